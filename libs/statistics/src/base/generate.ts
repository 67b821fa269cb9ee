import { normal, pick, pickSeveral, poisson, type Random, weighted, type Weighted } from './draw.js';
import {
  ages,
  assistingPerDiscussion,
  conclusions,
  leading,
  originating,
  rejections,
  sexes,
  statuses,
  types,
} from './marginals.js';
import type {
  AgeBand,
  ConclusionGroup,
  MobilizedService,
  OutcomeRecord,
  RiskAfter,
  Sex,
} from './outcome-record.js';
import { factorsOf, profileOf } from './risk-profiles.js';
import type { BaseShape } from './shapes.js';
import {
  mobilizations,
  protectiveFactors,
  protectivePerDiscussion,
  services,
  servicesPerDiscussion,
  studyFlags,
} from './support-marginals.js';

interface TableHabits {
  readonly table: string;
  readonly region: string;
  readonly ages: Weighted<AgeBand>;
  readonly originating: Weighted<string>;
}

/** Tables named and sized (lognormal), each with habits of its own around the province's marginals. */
const drawTables = (
  shape: BaseShape,
  random: Random,
): { habits: Map<string, TableHabits>; sizes: Weighted<string> } => {
  const habits = new Map<string, TableHabits>();
  const sizes: Record<string, number> = {};
  for (const [region, count] of Object.entries(shape.regions)) {
    for (let i = 1; i <= count; i++) {
      const table = `${region}-${String(i).padStart(2, '0')}`;
      sizes[table] = Math.exp(shape.sizeSpread * normal(random));
      habits.set(table, {
        table,
        region,
        ages: weighted(ages, () => Math.exp(0.2 * normal(random))),
        originating: weighted<string>(originating, () => Math.exp(0.4 * normal(random))),
      });
    }
  }
  return { habits, sizes: weighted(sizes) };
};

const statusWeights = weighted(statuses),
  typeWeights = weighted(types),
  sexWeights = weighted(sexes);
const conclusionWeights = weighted<string>(conclusions),
  rejectionWeights = weighted<string>(rejections);
const leadWeights = weighted<string>(leading),
  protectiveWeights = weighted(protectiveFactors);
const mobilizationWeights = weighted(mobilizations);

const flags = Object.entries(studyFlags).map(([flag, { share, lift }]) => ({
  flag,
  share,
  lift: lift === undefined ? undefined : Object.entries(lift),
}));

const flagsFor = (categories: ReadonlySet<string>, random: Random): string[] => {
  const named: string[] = [];
  for (const { flag, share, lift } of flags) {
    let chance = share;
    if (lift !== undefined) {
      // Half the share without the category, raised with it: the marginal stays near, the association is plain.
      let times = 0;
      for (const [category, raised] of lift) if (raised > times && categories.has(category)) times = raised;
      chance = times === 0 ? share * 0.5 : Math.min(0.9, share * 0.5 * times);
    }
    if (random() < chance) named.push(flag);
  }
  return named;
};

const serviceCodes = Object.keys(services);
const serviceNeeds = Object.values(services).map(({ weight, need }) => ({
  weight,
  need: Object.entries(need ?? {}),
}));

const servicesFor = (categories: ReadonlySet<string>, random: Random): MobilizedService[] => {
  const cumulative = new Float64Array(serviceCodes.length);
  let sum = 0;
  serviceNeeds.forEach(({ weight, need }, i) => {
    let wanted = weight;
    for (const [category, times] of need) if (categories.has(category)) wanted *= times;
    sum += wanted;
    cumulative[i] = sum;
  });
  const count = 1 + poisson(servicesPerDiscussion - 1, random);
  return pickSeveral({ codes: serviceCodes, cumulative }, count, random).map((service) => ({
    service,
    mobilization: pick(mobilizationWeights, random),
  }));
};

const riskAfterOf = (group: ConclusionGroup, random: Random): RiskAfter => {
  switch (group) {
    case 'overall-risk-lowered':
      return random() < 0.85 ? 'reduced' : 'gone';
    case 'still-aer':
      return 'stillPresent';
    case 'other':
    case 'rejected':
      return 'unknown';
  }
};

const concludedPart = (ageBand: AgeBand | null, sex: Sex | null, random: Random) => {
  const { factors, categories } = factorsOf(profileOf(ageBand, sex, random), random);
  const lead = pick(leadWeights, random);
  const assisting = pickSeveral(leadWeights, 1 + poisson(assistingPerDiscussion - 1, random), random);
  const reason = pick(conclusionWeights, random);
  const group = reason.slice(0, reason.indexOf('.')) as ConclusionGroup;
  return {
    leadSector: lead,
    assistingSectors: assisting,
    conclusionGroup: group,
    conclusionReason: reason,
    riskFactors: factors,
    studyFlags: flagsFor(categories, random),
    protectiveFactors: pickSeveral(protectiveWeights, poisson(protectivePerDiscussion, random), random),
    services: servicesFor(categories, random),
    riskAfter: riskAfterOf(group, random),
  };
};

const notApplicable = {
  leadSector: null,
  assistingSectors: null,
  conclusionGroup: null,
  conclusionReason: null,
  riskFactors: null,
  studyFlags: null,
  protectiveFactors: null,
  services: null,
  riskAfter: null,
} as const;

/**
 * Outcome records of a base, one at a time and in random order, the same for the same shape and generator.
 *
 * Source: marginals as `marginals.ts` names them; lognormal sizes and habits of tables are this project's
 * assumption. Units: one record a discussion.
 * @param random seed it with `seededRandom(shape.seed)` to get the base that tests and documents speak of.
 * Complexity: O(rows), memory O(1).
 */
export function* outcomeRecords(shape: BaseShape, random: Random): Generator<OutcomeRecord> {
  const { habits, sizes } = drawTables(shape, random);
  for (let row = 0; row < shape.rows; row++) {
    const own = habits.get(pick(sizes, random)) as TableHabits;
    const year = shape.years[Math.floor(random() * shape.years.length)] as number;
    const month = 1 + Math.floor(random() * 12);
    const status = pick(statusWeights, random);
    const type = pick(typeWeights, random);
    const ofPeople = type !== 'neighbourhood' && type !== 'environmental';
    const ageBand = ofPeople ? pick(own.ages, random) : null;
    const sex = ofPeople ? pick(sexWeights, random) : null;
    const common = {
      year,
      quarter: Math.ceil(month / 3) as 1 | 2 | 3 | 4,
      month,
      table: own.table,
      region: own.region,
      status,
      type,
      ageBand,
      sex,
      originatingSector: pick(own.originating, random),
    };
    switch (status) {
      case 'concluded':
        yield { ...common, ...concludedPart(ageBand, sex, random) };
        break;
      case 'rejected':
        yield {
          ...common,
          ...notApplicable,
          conclusionGroup: 'rejected',
          conclusionReason: pick(rejectionWeights, random),
        };
        break;
      case 'returned':
      case 'withdrawn':
        yield { ...common, ...notApplicable };
        break;
    }
  }
}
