//! Parts of speech: Penn tags as UD English EWT writes them, and universal ones.

/// Declares a tag set: its variants, their names as treebanks write them, and the way back.
macro_rules! tag_set {
    ($(#[$doc:meta])* $set:ident { $($(#[$what:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $set { $($(#[$what])* $variant,)* }

        impl $set {
            /// Every tag, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The tag's name as treebanks write it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The tag of that name.
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

tag_set! {
    /// A Penn Treebank tag, in the form of UD English EWT.
    ///
    /// ```
    /// use relgraph::syntax::Tag;
    /// assert_eq!(Tag::parse("VBD"), Some(Tag::VBD));
    /// assert!(Tag::VBD.is_verb() && Tag::NNPS.is_proper() && Tag::PRPS.as_str() == "PRP$");
    /// ```
    Tag {
        /// An e-mail or web address, a handle.
        ADD = "ADD",
        /// A prefix written apart ("non", "pro").
        AFX = "AFX",
        /// A coordinating conjunction.
        CC = "CC",
        /// A number.
        CD = "CD",
        /// A determiner.
        DT = "DT",
        /// Existential "there".
        EX = "EX",
        /// A foreign word.
        FW = "FW",
        /// A part of a word that was torn in two.
        GW = "GW",
        /// A hyphen inside a word.
        HYPH = "HYPH",
        /// A preposition or subordinating conjunction.
        IN = "IN",
        /// An adjective.
        JJ = "JJ",
        /// A comparative.
        JJR = "JJR",
        /// A superlative.
        JJS = "JJS",
        /// The number of a list item.
        LS = "LS",
        /// A modal.
        MD = "MD",
        /// Superfluous punctuation: bullets, rows of stars, emoticons.
        NFP = "NFP",
        /// A common noun, singular.
        NN = "NN",
        /// A proper noun, singular.
        NNP = "NNP",
        /// A proper noun, plural.
        NNPS = "NNPS",
        /// A common noun, plural.
        NNS = "NNS",
        /// A predeterminer ("all the").
        PDT = "PDT",
        /// The possessive ending.
        POS = "POS",
        /// A personal pronoun.
        PRP = "PRP",
        /// A possessive pronoun.
        PRPS = "PRP$",
        /// An adverb.
        RB = "RB",
        /// A comparative adverb.
        RBR = "RBR",
        /// A superlative adverb.
        RBS = "RBS",
        /// A particle.
        RP = "RP",
        /// A symbol.
        SYM = "SYM",
        /// "to".
        TO = "TO",
        /// An interjection.
        UH = "UH",
        /// A verb, base form.
        VB = "VB",
        /// A verb, past tense.
        VBD = "VBD",
        /// A verb, gerund or present participle.
        VBG = "VBG",
        /// A verb, past participle.
        VBN = "VBN",
        /// A verb, present tense other than third person singular.
        VBP = "VBP",
        /// A verb, third person singular present.
        VBZ = "VBZ",
        /// A determiner that asks or relates.
        WDT = "WDT",
        /// A pronoun that asks or relates.
        WP = "WP",
        /// "whose".
        WPS = "WP$",
        /// An adverb that asks or relates.
        WRB = "WRB",
        /// Something unreadable.
        XX = "XX",
        /// A currency sign.
        Dollar = "$",
        /// A comma.
        Comma = ",",
        /// What ends a sentence.
        Stop = ".",
        /// Colon, semicolon, dash, ellipsis.
        Colon = ":",
        /// An opening quotation mark.
        OpenQuote = "``",
        /// A closing quotation mark.
        CloseQuote = "''",
        /// An opening bracket.
        OpenBracket = "-LRB-",
        /// A closing bracket.
        CloseBracket = "-RRB-",
    }
}

tag_set! {
    /// A universal part of speech.
    Upos {
        /// An adjective.
        Adj = "ADJ",
        /// A preposition.
        Adp = "ADP",
        /// An adverb.
        Adv = "ADV",
        /// An auxiliary or copula.
        Aux = "AUX",
        /// A coordinating conjunction.
        Cconj = "CCONJ",
        /// A determiner.
        Det = "DET",
        /// An interjection.
        Intj = "INTJ",
        /// A common noun.
        Noun = "NOUN",
        /// A number.
        Num = "NUM",
        /// A particle: "to", "not", "'s".
        Part = "PART",
        /// A pronoun.
        Pron = "PRON",
        /// A proper noun.
        Propn = "PROPN",
        /// Punctuation.
        Punct = "PUNCT",
        /// A subordinating conjunction.
        Sconj = "SCONJ",
        /// A symbol.
        Sym = "SYM",
        /// A full verb.
        Verb = "VERB",
        /// Anything else.
        X = "X",
    }
}

impl Tag {
    /// A common or proper noun.
    pub const fn is_noun(self) -> bool {
        matches!(self, Self::NN | Self::NNS | Self::NNP | Self::NNPS)
    }

    /// A proper noun.
    pub const fn is_proper(self) -> bool {
        matches!(self, Self::NNP | Self::NNPS)
    }

    /// A plural noun.
    pub const fn is_plural(self) -> bool {
        matches!(self, Self::NNS | Self::NNPS)
    }

    /// A form of a verb; a modal is none.
    pub const fn is_verb(self) -> bool {
        matches!(self, Self::VB | Self::VBD | Self::VBG | Self::VBN | Self::VBP | Self::VBZ)
    }

    /// A verb form, or a modal, that shows tense.
    pub const fn is_finite(self) -> bool {
        matches!(self, Self::VBD | Self::VBP | Self::VBZ | Self::MD)
    }

    /// An adjective of any degree.
    pub const fn is_adjective(self) -> bool {
        matches!(self, Self::JJ | Self::JJR | Self::JJS)
    }

    /// An adverb of any degree.
    pub const fn is_adverb(self) -> bool {
        matches!(self, Self::RB | Self::RBR | Self::RBS)
    }

    /// Punctuation; symbols and currency signs are none.
    pub const fn is_punctuation(self) -> bool {
        matches!(
            self,
            Self::Comma
                | Self::Stop
                | Self::Colon
                | Self::OpenQuote
                | Self::CloseQuote
                | Self::OpenBracket
                | Self::CloseBracket
                | Self::HYPH
                | Self::NFP
        )
    }
}
