"""Rules about putting the numbers of several studies together."""

from briefkit.rulebook.families import Family, Rule

SYNTHESIS = Family(
    "Putting studies together",
    (
        Rule(
            id="study-row",
            says="A line of a CSV file that is to be pooled cannot be read as a study, or cannot be true.",
            because="A pooled number that leaves a study out in silence says something else than it seems to.",
            wrong="study,ai,n1i,ci,n2i\nNorth,12,10,8,41",
            right="study,ai,n1i,ci,n2i\nNorth,10,12,8,41",
        ),
        Rule(
            id="pool-study-unlisted",
            says="A result of a synthesis pools a study that the record does not list.",
            because="The list of studies is what double counting is looked for in, and what readers are told.",
            wrong="studies: [riott] … pools: {naomi: {…}}",
            right="studies: [riott, naomi] … pools: {naomi: {…}}",
        ),
        Rule(
            id="pool-unlike",
            says="What a study is said to bring to a pool is no result of two groups, and no estimate of the measure that is pooled.",
            because="Numbers of different kinds have no average.",
            wrong="measure: RR … riott: {estimate: riott.street_heroin_26w.compared.heroin_vs_oral_methadone.odds_ratio}",
            right="riott: {treated: riott.retention_26w.heroin, control: riott.retention_26w.oral_methadone}",
        ),
        Rule(
            id="pool-outcome-mixed",
            says="A result of a synthesis pools figures of another outcome.",
            because="An average of two outcomes is a finding about neither.",
            wrong="outcome: retention … treated: riott.street_heroin_26w.heroin",
            right="outcome: retention … treated: riott.retention_26w.heroin",
        ),
        Rule(
            id="pool-typed",
            says="A result that is worked out from studies has an estimate that somebody typed.",
            because="The two could differ, and nobody would know which one a brief says.",
            wrong="estimate: 1.5 … pools: {riott: {…}}",
            right="pools: {riott: {…}}",
        ),
        Rule(
            id="pool-method-missing",
            says="A result that is worked out from studies does not say how, or says a way that cannot be gone.",
            because="Another method gives another number.",
            wrong="pools: {riott: {…}}",
            right="measure: RR … model: REML … interval_by: hk … pools: {riott: {…}}",
        ),
        Rule(
            id="baseline-impossible",
            says="A ratio is put to a baseline at which it would count more people than there are.",
            because="The ratio was found among people at lower risk: it cannot hold there.",
            wrong="baseline: riott.retention_26w.oral_methadone, 69%, with a ratio of 1.55",
            right="baseline: german_trial.retention_12m.oral_methadone, 40%",
        ),
    ),
)
