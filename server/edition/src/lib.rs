//! What an edition is: registers, configuration, sign profile, citation schemes, facts and the index.
