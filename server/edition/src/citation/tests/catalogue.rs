use super::*;

#[test]
fn the_catalogue_has_no_mistakes() {
    let problems = Catalogue::builtin_problems();
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn every_example_is_read_as_it_says() {
    let catalogue = Catalogue::builtin();
    let mut wrong = Vec::new();
    for (_, scheme) in catalogue.schemes() {
        for example in &scheme.examples {
            let reads = read(&example.text, &catalogue).map(|citation| citation.outline());
            if reads.as_deref() != Some(&*example.reads) {
                wrong.push(format!(
                    "{}: {}\n  expected {}\n  read     {reads:?}\n",
                    scheme.id, example.text, example.reads
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.concat());
}
