//! A text that is a reference and nothing else, though its archive has not been declared.

use super::Reader;
use super::draft::Draft;
use crate::citation::RepositoryName;
use crate::token::TokenKind;

impl Reader<'_> {
    /// A name at the start that may be that of an archive: the token after it.
    fn unknown_names(self) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut end = 0;
        // `BAB`, `PA AA`, `BA/MA`
        while self.is_word(end) && self.is_siglum(end) {
            end += 1;
            let joint = (self.sign(end, '/') || self.is_dash(end)) && self.joined(end);
            if joint && self.joined(end + 1) && self.is_word(end + 1) && self.is_siglum(end + 1) {
                end += 1;
            }
        }
        let Some(first) = self.phrase(0, |_| false) else { return ends };
        // `CA Files: Lot 59 D 228` begins with a collection.
        let collection = self
            .catalogue
            .schemes()
            .any(|(_, scheme)| scheme.unnamed && self.is_container(scheme, self.span(0, first)));
        if collection {
            return ends;
        }
        ends.extend((end > 0).then_some(end));
        ends.push(first);
        // `Archive of the President, Russian Federation (APRF)`; `…, Kew (`
        if self.sign(first, ',')
            && let Some(second) = self.phrase(first + 1, |at| self.sign(at, '('))
        {
            let siglum =
                self.sign(second, '(') && self.is_siglum(second + 1) && self.sign(second + 2, ')');
            ends.push(if siglum { second + 3 } else { second });
        }
        ends.dedup();
        ends
    }

    /// A reference whose repository is named first: the scheme that explains the rest best.
    pub(super) fn after_unknown(self) -> Option<Draft> {
        let ends = self.unknown_names().into_iter();
        let named = ends.filter(|end| {
            self.is_archive(0, *end) || self.names_siglum(0, *end) || self.is_siglum(0)
        });
        let named: Vec<usize> = named.collect();
        let drafts = named.iter().flat_map(|end| {
            self.catalogue.schemes().map(move |(scheme, _)| {
                let mut draft = Draft::new(scheme, 0);
                draft.end = *end;
                draft.repository = Some(self.unknown(self.span(0, *end)));
                self.body(*end, draft)
            })
        });
        self.best(drafts.filter(|draft| draft.marked() > 0))
    }

    /// A reference that is one word to some archive, though nothing says to which.
    pub(super) fn any_shape(self) -> Option<Draft> {
        let fits = self.catalogue.schemes().filter_map(|(id, scheme)| {
            let fit = self.shape(scheme, 0)?;
            let mut draft = Draft::new(id, 0);
            draft.end = self.keep_shape(scheme, fit, &mut draft)?;
            Some(self.ended(self.body(draft.end, draft)))
        });
        self.best(fits)
    }

    /// A reference whose first label comes later, after words that name repository and collection.
    pub(super) fn later(self) -> Option<Draft> {
        (1..self.tokens.len()).find_map(|at| {
            let candidates = self.candidates(at).into_iter();
            let labelled = candidates.map(|scheme| self.body(at, Draft::new(scheme, at)));
            let token = &self.tokens[at];
            let first = (token.kind == TokenKind::Word).then_some(token.hash);
            let draft = self.best(labelled.chain(self.lone_shape(at, first)))?;
            Some(self.with_prefix(self.ended(draft), 0))
        })
    }

    /// A repository and the names of collections, no label at all.
    pub(super) fn words_only(self) -> Option<Draft> {
        let end = self.phrase(0, |_| false)?;
        let archive = self.is_archive(0, end) || self.names_siglum(0, end);
        let named: Option<RepositoryName> = archive.then(|| self.unknown(self.span(0, end)));
        let collections = self.catalogue.schemes().find(|(_, scheme)| {
            !archive && scheme.unnamed && self.is_container(scheme, self.span(0, end))
        });
        let mut draft = Draft::new(collections.map(|(id, _)| id).unwrap_or_default(), 0);
        draft.end = if archive { end } else { 0 };
        draft.repository = named;
        let draft = self.body(draft.end, draft);
        let enough = draft.items.len() >= if archive { 1 } else { 2 };
        enough.then_some(draft)
    }
}
