import type { QuotaLimit } from '../../../../../shared/model/dataset.ts';
import { resourceId } from '../identifiers.ts';
import { CATALOGUE, type CatalogueModel } from '../models.ts';
import { ACCOUNT, GEOGRAPHIES } from '../organization.ts';
import type { WorldServiceQuota } from './money-world.ts';

interface Place {
  readonly accountId: string;
  readonly region: string;
}

type Scope = NonNullable<QuotaLimit['scope']>;

/** How AWS begins the name of a quota of each kind of inference. */
const WORDS: Readonly<Record<Scope, string>> = {
  'in-Region': 'On-demand',
  geographic: 'Cross-region',
  global: 'Global cross-region',
};

/** Requests and tokens per minute that AWS gives by default, by kind of inference. */
const DEFAULTS: Readonly<Record<Scope, readonly [requests: number, tokens: number]>> = {
  'in-Region': [100, 200_000],
  geographic: [250, 2_000_000],
  global: [500, 4_000_000],
};

/** What AWS gives to accounts that have hardly used Bedrock. */
const NEW_ACCOUNT: readonly [requests: number, tokens: number] = [4, 16_000];

/** Quotas that are not of a model; to those that are fixed AWS applies nothing. */
const PLAIN: readonly (readonly [name: string, value: number, adjustable: boolean])[] = [
  ['Guardrails per account', 100, true],
  ['Versions per guardrail', 20, false],
  ['On-demand ApplyGuardrail Content filter policy text units per second', 200, true],
  ['Knowledge bases per account', 100, false],
  ['Agents per account', 1_000, true],
  ['Inference profiles per account', 1_000, true],
];

/**
 * The quotas of Bedrock in one account and Region: AWS's defaults, three times as much where the shop
 * asked for more, and the little of a new account for the helpdesk in Frankfurt. Those of a model's
 * calls inside a Region have no applied value in accounts that never asked for one.
 */
export function serviceQuotasIn(accountId: string, region: string): readonly WorldServiceQuota[] {
  const place = { accountId, region };
  return [
    ...CATALOGUE.flatMap((model) => modelQuotas(model, place)),
    ...PLAIN.map(([name, value, adjustable]) =>
      quota(place, { name, default: value, applied: adjustable ? value : null, adjustable }),
    ),
  ];
}

function modelQuotas(model: CatalogueModel, place: Place): readonly WorldServiceQuota[] {
  return scopesOf(model, place.region).flatMap((scope) => {
    const [requests, tokens] = DEFAULTS[scope];
    const [appliedRequests, appliedTokens] = appliedTo(scope, place);
    const inference = `${WORDS[scope]} model inference`;
    const limited = limitedBy(model, scope);
    return [
      quota(place, {
        ...limited('requests-per-minute', inference),
        default: requests,
        applied: appliedRequests,
      }),
      quota(place, {
        ...limited('tokens-per-minute', inference),
        default: tokens,
        applied: appliedTokens,
      }),
    ];
  });
}

function limitedBy(model: CatalogueModel, scope: Scope) {
  return (measures: 'requests-per-minute' | 'tokens-per-minute', inference: string) => {
    const words = measures.replaceAll('-', ' ');
    const name = labelOf(model);
    return {
      name: `${inference} ${words} for ${name}`,
      adjustable: true,
      limits: { measures, scope, latencyOptimized: false, model: name },
    };
  };
}

function scopesOf(model: CatalogueModel, region: string): readonly Scope[] {
  const profiled = (geography: string) => GEOGRAPHIES[geography]?.includes(region) === true;
  const regional = model.geographies.filter((geography) => geography !== 'global');
  return [
    ...(model.onDemand.includes(region) ? (['in-Region'] as const) : []),
    ...(regional.some(profiled) ? (['geographic'] as const) : []),
    ...(model.geographies.includes('global') && profiled('global') ? (['global'] as const) : []),
  ];
}

function appliedTo(
  scope: Scope,
  { accountId, region }: Place,
): readonly [requests: number | null, tokens: number | null] {
  if (accountId === ACCOUNT.support && region === 'eu-central-1') return NEW_ACCOUNT;
  const [requests, tokens] = DEFAULTS[scope];
  const asked = accountId === ACCOUNT.platform && region === 'us-east-1';
  if (!asked && scope === 'in-Region') return [null, null];
  return asked ? [requests * 3, tokens * 3] : [requests, tokens];
}

/** AWS writes the provider before the name, and the version behind newer models of Anthropic. */
function labelOf({ provider, name }: CatalogueModel): string {
  const versioned = provider === 'Anthropic' && !name.startsWith('Claude 3');
  return `${provider} ${name}${versioned ? ' V1' : ''}`;
}

type Plan = Pick<WorldServiceQuota, 'name' | 'default' | 'applied' | 'adjustable'> &
  Partial<Pick<WorldServiceQuota, 'limits'>>;

function quota({ accountId, region }: Place, plan: Plan): WorldServiceQuota {
  const code = `L-${resourceId(`quota/${plan.name}`, 8).toUpperCase()}`;
  const account = plan.applied === null ? '' : accountId;
  return {
    code,
    quotaArn: `arn:aws:servicequotas:${region}:${account}:bedrock/${code}`,
    value: plan.applied ?? plan.default,
    holds: plan.applied === null ? 'default' : 'applied',
    unit: 'None',
    global: false,
    period: null,
    usageMetric: null,
    limits: null,
    ...plan,
  };
}
