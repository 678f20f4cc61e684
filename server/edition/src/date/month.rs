//! The names of the months, and of the days of the week.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::fold::fold_hash;

/// Names of months, each with its abbreviations and inflected forms; `|` parts the months. English,
/// German, French, Italian, Spanish, Portuguese, Dutch, Polish, Czech, Russian, Ukrainian, Bulgarian,
/// Turkish, Hungarian, Romanian, Swedish.
const MONTHS: [&str; 12] = [
    "january jan januar jänner janner janvier janv gennaio genn gen enero ene janeiro januari \
     stycznia styczeń ledna leden января январь янв январе січня януари ocak január ianuarie",
    "february feb febr februar feber février févr fevr febbraio febbr febrero fevereiro februari \
     lutego luty února únor февраля февраль февр феврале лютого февруари şubat február februarie",
    "march mar märz maerz mrz mars marzo março maart marca marzec března březen марта март марте \
     березня mart március martie",
    "april apr avril avr aprile abril abr kwietnia kwiecień dubna duben апреля апрель апр апреле \
     квітня април nisan április aprilie",
    "may mai maggio magg mayo maio mei maja květen května мая май мае травня mayıs május maj",
    "june jun juni juin giugno giu junio junho czerwca czerwiec června červen июня июнь июне червня \
     юни haziran június iunie",
    "july jul juli juil juillet luglio lug julio julho lipca lipiec července červenec июля июль июле \
     липня юли temmuz július iulie",
    "august aug août aout agosto ago augustus sierpnia sierpień srpna srpen августа август авг \
     августе серпня ağustos augusztus augusti",
    "september sept sep septembre settembre sett septiembre setiembre setembro września wrzesień září \
     сентября сентябрь сент сентябре вересня септември eylül szeptember septembrie",
    "october oct oktober okt octobre ottobre ott octubre outubro października październik října \
     říjen октября октябрь окт октябре жовтня октомври ekim október octombrie",
    "november nov novembre noviembre novembro listopada listopad listopadu ноября ноябрь нояб ноябре \
     ноември kasım noiembrie",
    "december dec dezember dez décembre déc dicembre dic diciembre dezembro grudnia grudzień prosince \
     prosinec декабря декабрь дек декабре грудня декември aralık decembrie",
];

const WEEKDAYS: [&str; 7] = [
    "monday mon montag lundi lunedì lunes понедельник poniedziałek",
    "tuesday tue tues dienstag mardi martedì martes вторник wtorek",
    "wednesday wed mittwoch mercredi mercoledì miércoles среда среду środa",
    "thursday thu thur thurs donnerstag jeudi giovedì jueves четверг czwartek",
    "friday fri freitag vendredi venerdì viernes пятница пятницу piątek",
    "saturday sat samstag sonnabend samedi sabato sábado суббота субботу sobota",
    "sunday sun sonntag dimanche domenica domingo воскресенье niedziela",
];

type Names = FxHashMap<u64, i8>;

fn named(lists: &[&str]) -> Names {
    let numbered = (1..).zip(lists);
    numbered
        .flat_map(|(number, list)| {
            list.split_whitespace().map(move |name| (fold_hash(name), number))
        })
        .collect()
}

/// The month whose name has the folded hash `hash`, counted from 1.
pub(super) fn month(hash: u64) -> Option<i8> {
    static NAMES: LazyLock<Names> = LazyLock::new(|| named(&MONTHS));
    NAMES.get(&hash).copied()
}

/// The day of the week whose name has the folded hash `hash`, counted from Monday as 1.
pub(super) fn weekday(hash: u64) -> Option<i8> {
    static NAMES: LazyLock<Names> = LazyLock::new(|| named(&WEEKDAYS));
    NAMES.get(&hash).copied()
}

/// The month that the Roman number `word` stands for.
pub(super) fn roman(word: &str) -> Option<i8> {
    const NUMBERS: [&str; 12] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    (1..).zip(NUMBERS).find(|(_, number)| *number == word).map(|(month, _)| month)
}
