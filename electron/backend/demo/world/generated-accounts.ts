/** An account that a world of more than the usual size is filled up with. */
export interface GeneratedAccount {
  readonly accountId: string;
  readonly name: string;
  /** The Region that it works in. */
  readonly region: string;
}

const TEAMS = [
  'atlas',
  'billing',
  'catalog',
  'delivery',
  'returns',
  'loyalty',
  'search',
  'payments',
  'pricing',
  'sourcing',
  'legal',
  'people',
  'marketing',
  'mobile',
];
const STAGES = ['dev', 'test', 'prod'];
const REGIONS = ['us-east-1', 'eu-west-1', 'us-west-2'];

/** The first id, and the step from one to the next. */
const FIRST_ID = 710_203_040_506;
const ID_STEP = 1_370_137_031;

/** The accounts of a size, always the same ones in the same order: `atlas-dev`, `atlas-test`, ... */
export function generatedAccounts(count: number): readonly GeneratedAccount[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => accountAt(index));
}

/** The generated account of an id; null for accounts of the story. */
export function generatedAccount(accountId: string): GeneratedAccount | null {
  const index = (Number(accountId) - FIRST_ID) / ID_STEP;
  return Number.isInteger(index) && index >= 0 ? accountAt(index) : null;
}

function accountAt(index: number): GeneratedAccount {
  return {
    accountId: String(FIRST_ID + index * ID_STEP),
    name: nameAt(index),
    region: REGIONS[index % REGIONS.length] ?? 'us-east-1',
  };
}

function nameAt(index: number): string {
  const team = Math.floor(index / STAGES.length);
  const round = Math.floor(team / TEAMS.length);
  const name = `${TEAMS[team % TEAMS.length]}-${STAGES[index % STAGES.length]}`;
  return round === 0 ? name : `${name}-${round + 1}`;
}
