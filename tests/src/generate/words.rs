//! Words to make talks of.

/// People who never lived.
pub const PEOPLE: &[&str] = &[
    "Anselm",
    "Brandt",
    "Corvin",
    "Dalgaard",
    "Esterhaus",
    "Fairweather",
    "Grell",
    "Halloran",
    "Iverin",
    "Jaspersen",
    "Kolbach",
    "Lindqvist",
    "Marchetto",
    "Novarin",
    "Osterby",
    "Pellegrin",
];

/// How sentences open.
pub const OPENINGS: &[&str] = &[
    "We",
    "Our side",
    "The delegation",
    "The Minister",
    "In our view both parties",
    "The commission",
    "As was said in the morning, the council",
    "The engineers",
    "Without delay the railway office",
    "Nobody in the capital",
    "The harbour master",
    "Since the spring the committee",
];

/// What they do.
pub const VERBS: &[&str] = &[
    "would like to discuss",
    "cannot accept",
    "has already answered",
    "agreed to postpone",
    "asks once more about",
    "proposes to draft",
    "takes note of",
    "has no objection to",
    "is preparing",
    "did not receive",
    "considers it right to publish",
    "will examine",
];

/// To what.
pub const OBJECTS: &[&str] = &[
    "the treaty on the salt works",
    "a loan of four million",
    "the question of the railway",
    "the lease of the eastern harbour",
    "the list of specialists",
    "the draft of the communiqué",
    "the fisheries convention",
    "the matter of the lighthouse",
    "deliveries of timber and wool",
    "the second telegram",
    "the border at the upper ford",
    "the joint company for dredging",
];
