import type { Input } from '../../../../shared/api/contract.ts';
import { type Grouping, keyOfGrouping } from '../../../../shared/cost/grouping.ts';
import type { TeamRule } from '../../../../shared/model/team-rules.ts';
import type { UsageDimension } from '../../store/questions/usage-questions.ts';

/** Which usage a question is about. */
export type SpendFilter = NonNullable<Input<'spend.get'>['filter']>;

/** What usage must be told by for a question. */
export interface Needs {
  readonly dimensions: readonly UsageDimension[];
  /** The keys of request metadata that are looked at, in order. */
  readonly metadataKeys: readonly string[];
}

/** What a price depends on, beside the unit. */
const PRICED_BY: readonly UsageDimension[] = [
  'account',
  'region',
  'model',
  'tier',
  'latency',
  'long-context',
];

/** The dimensions of a list filter. */
const FILTERED = {
  accounts: 'account',
  regions: 'region',
  principals: 'principal',
  providers: 'provider',
  destinationRegions: 'destination-region',
  scopes: 'scope',
  tiers: 'tier',
  units: 'unit',
  persons: 'person',
  profiles: 'profile',
  projects: 'project',
  teams: 'team',
  guardrails: 'guardrail',
  agents: 'agent',
  knowledgeBases: 'knowledge-base',
} as const satisfies Readonly<Partial<Record<keyof SpendFilter, Grouping>>>;

/** The values that a filter wants of each grouping; models are matched apart. */
export function wantedBy(
  filter: SpendFilter,
): readonly { readonly grouping: Grouping; readonly values: readonly string[] }[] {
  const { tag, metadata } = filter;
  const lists = Object.entries(FILTERED).flatMap(([member, grouping]) => {
    const values = filter[member as keyof typeof FILTERED] ?? [];
    return values.length === 0 ? [] : [{ grouping, values }];
  });
  return [
    ...lists,
    ...(tag === undefined ? [] : [{ grouping: `tag:${tag.key}` as const, values: tag.values }]),
    ...(metadata === undefined
      ? []
      : [{ grouping: `metadata:${metadata.key}` as const, values: metadata.values }]),
  ];
}

/** What a question by some groupings needs. */
export function needsOf(groupings: readonly Grouping[], rules: readonly TeamRule[]): Needs {
  const dimensions = new Set<UsageDimension>(PRICED_BY);
  const keys = new Set<string>();
  for (const grouping of groupings) {
    const { tag, metadata } = keyOfGrouping(grouping);
    if (metadata !== null) keys.add(metadata);
    if (tag !== null) dimensions.add('principal');
    for (const dimension of DIMENSIONS[grouping] ?? []) dimensions.add(dimension);
    if (grouping === 'team') addRules({ dimensions, keys }, rules);
  }
  if (keys.size > 0) dimensions.add('metadata');
  // What is shared out over principals is always the same pieces, so that it rounds to the same.
  if (dimensions.has('principal')) dimensions.add('project');
  return { dimensions: [...dimensions], metadataKeys: [...keys].sort() };
}

const DIMENSIONS: Readonly<Partial<Record<Grouping, readonly UsageDimension[]>>> = {
  'destination-region': ['inference-region'],
  principal: ['principal'],
  person: ['principal', 'session'],
  project: ['project'],
  guardrail: ['guardrail'],
  agent: ['principal'],
  'knowledge-base': ['principal'],
};

function addRules(
  { dimensions, keys }: { readonly dimensions: Set<UsageDimension>; readonly keys: Set<string> },
  rules: readonly TeamRule[],
): void {
  for (const rule of rules) {
    if (rule.by === 'principal' || rule.by === 'tag') dimensions.add('principal');
    if (rule.by === 'person') dimensions.add('principal').add('session');
    if (rule.by === 'project') dimensions.add('project');
    if (rule.by === 'metadata') keys.add(rule.key);
  }
}
