import type { Guardrail, GuardrailContentFilter } from '../../../../shared/model/dataset.ts';
import { addDays, type Instant } from '../../../../shared/model/period.ts';
import type { Calendar } from './calendar.ts';
import { resourceId } from './identifiers.ts';
import { ACCOUNT } from './organization.ts';

type Strength = 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH';

/** A guardrail's settings in one version. */
interface Settings {
  /** Null where there is no PROMPT_ATTACK filter at all. */
  readonly promptAttack: Strength | null;
  /** Whether a found prompt attack is blocked or only reported. */
  readonly promptAttackAction: 'BLOCK' | 'NONE';
  readonly harms: Strength;
  readonly topics: readonly string[];
  readonly pii: readonly string[];
}

interface GuardrailPlan {
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly encrypted: boolean;
  /** Oldest version first; the last entry is the DRAFT. */
  readonly history: readonly Settings[];
}

const HARMS = ['SEXUAL', 'VIOLENCE', 'HATE', 'INSULTS', 'MISCONDUCT'];
const SOLID: Settings = {
  promptAttack: 'HIGH',
  promptAttackAction: 'BLOCK',
  harms: 'HIGH',
  topics: ['Investment advice'],
  pii: ['EMAIL', 'CREDIT_DEBIT_CARD_NUMBER', 'AWS_SECRET_KEY'],
};
const WEAK: Settings = {
  ...SOLID,
  promptAttack: 'MEDIUM',
  harms: 'MEDIUM',
  topics: [],
  pii: ['EMAIL'],
};

const PLANS: readonly GuardrailPlan[] = [
  plan('storefront', { accountId: ACCOUNT.platform, region: 'us-east-1' }, [
    WEAK,
    { ...SOLID, topics: [] },
    SOLID,
    SOLID,
  ]),
  plan('internal-tools', { accountId: ACCOUNT.platform, region: 'us-east-1' }, [WEAK, WEAK]),
  plan('storefront-eu', { accountId: ACCOUNT.platform, region: 'eu-west-1' }, [SOLID, SOLID]),
  plan('experiments', { accountId: ACCOUNT.dataScience, region: 'us-east-1' }, [
    { ...WEAK, promptAttack: null },
  ]),
  plan('support', { accountId: ACCOUNT.support, region: 'eu-west-1' }, [
    { ...SOLID, promptAttack: 'NONE' },
    { ...SOLID, promptAttack: 'NONE', topics: [] },
  ]),
  plan('support-mail', { accountId: ACCOUNT.support, region: 'eu-west-1' }, [
    { ...SOLID, promptAttackAction: 'NONE' },
    { ...SOLID, promptAttackAction: 'NONE' },
  ]),
  plan('helpdesk-kb', { accountId: ACCOUNT.support, region: 'eu-central-1' }, [SOLID, SOLID]),
  plan('hackathon', { accountId: ACCOUNT.sandbox, region: 'us-east-1' }, [
    { ...WEAK, promptAttack: 'LOW' },
  ]),
];

/** The id of a guardrail of this world by its account and name. */
export function guardrailId(accountId: string, name: string): string {
  return resourceId(`guardrail/${accountId}/${name}`, 12);
}

/** The ids of the guardrails of one account and Region. */
export function guardrailIds(accountId: string, region: string): readonly string[] {
  return plansIn(accountId, region).map(({ name }) => guardrailId(accountId, name));
}

/** Every guardrail of one account and Region: its DRAFT, then its numbered versions, newest first. */
export function guardrailsIn(
  accountId: string,
  region: string,
  calendar: Calendar,
): readonly (readonly Guardrail[])[] {
  return plansIn(accountId, region).map((entry) => versionsOf(entry, calendar));
}

function versionsOf(entry: GuardrailPlan, calendar: Calendar): readonly Guardrail[] {
  const count = entry.history.length - 1;
  const versions = Array.from({ length: count }, (_, index) => String(count - index));
  const newestFirst = [...entry.history].reverse();
  return newestFirst.map((settings, age) => {
    const version = age === 0 ? 'DRAFT' : (versions[age - 1] ?? 'DRAFT');
    return toGuardrail(entry, settings, {
      version,
      versions,
      updatedAt: updatedAt(calendar, Math.max(0, age - 1)),
    });
  });
}

function toGuardrail(
  entry: GuardrailPlan,
  settings: Settings,
  edition: Pick<Guardrail, 'version' | 'versions' | 'updatedAt'>,
): Guardrail {
  const id = guardrailId(entry.accountId, entry.name);
  const place = `${entry.region}:${entry.accountId}`;
  return {
    guardrailId: id,
    guardrailArn: `arn:aws:bedrock:${place}:guardrail/${id}`,
    name: entry.name,
    status: 'READY',
    ...edition,
    contentFilters: contentFilters(settings),
    deniedTopics: settings.topics,
    piiEntities: settings.pii.map((type) => ({ type, action: 'ANONYMIZE' })),
    kmsKeyArn: entry.encrypted ? `arn:aws:kms:${place}:key/7f3b9a52-guardrails` : null,
  };
}

function contentFilters(settings: Settings): readonly GuardrailContentFilter[] {
  const harms = HARMS.map((type) => filter(type, settings.harms, 'BLOCK'));
  if (settings.promptAttack === null) return harms;
  const attack = filter('PROMPT_ATTACK', settings.promptAttack, settings.promptAttackAction);
  return [...harms, { ...attack, outputStrength: 'NONE' }];
}

function filter(type: string, strength: Strength, inputAction: string): GuardrailContentFilter {
  return {
    type,
    inputStrength: strength,
    outputStrength: strength,
    inputAction,
    outputAction: 'BLOCK',
    inputEnabled: true,
    outputEnabled: true,
  };
}

function updatedAt(calendar: Calendar, age: number): Instant {
  return `${addDays(calendar.guardrailDay, -45 * age)}T14:20:00Z`;
}

function plansIn(accountId: string, region: string): readonly GuardrailPlan[] {
  return PLANS.filter((entry) => entry.accountId === accountId && entry.region === region);
}

function plan(
  name: string,
  place: Pick<GuardrailPlan, 'accountId' | 'region'>,
  history: readonly Settings[],
): GuardrailPlan {
  return { name, ...place, encrypted: name.startsWith('storefront'), history };
}
