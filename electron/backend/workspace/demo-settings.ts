import type { Settings } from '../../../shared/model/settings.ts';

/** What the people of the simulated organisation have set before anybody opens it. */
export type DemoSettings = Pick<
  Settings,
  'approvedModels' | 'approvedRegions' | 'teamRules' | 'sharedCostRules'
>;

/** What the simulated organisation has approved; some of what it calls is not on the list. */
const APPROVED_MODELS: readonly string[] = [
  'anthropic.claude-opus-4-8',
  'anthropic.claude-opus-5-5',
  'anthropic.claude-opus-4-6-v1',
  'anthropic.claude-sonnet-5-5',
  'anthropic.claude-sonnet-4-6',
  'anthropic.claude-sonnet-4-5-20250929-v1:0',
  'anthropic.claude-haiku-5-5',
  'anthropic.claude-haiku-4-5-20251001-v1:0',
  'amazon.nova-micro-v1:0',
  'amazon.nova-lite-v1:0',
  'amazon.nova-2-lite-v1:0',
  'amazon.nova-pro-v1:0',
  'amazon.titan-embed-text-v2:0',
  'cohere.embed-v4:0',
  'meta.llama3-3-70b-instruct-v1:0',
  'openai.gpt-oss-120b-1:0',
];

/** Where the simulated organisation allows calls; some are made elsewhere. */
const APPROVED_REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'eu-west-1',
  'eu-central-1',
];

/** Callers name their team in request metadata, or their role or profile has it as a tag. */
const TEAM_RULES: DemoSettings['teamRules'] = [
  { by: 'metadata', key: 'team', value: null, team: null },
  { by: 'tag', owner: null, key: 'team', value: null, team: null },
];

/** The settings of the simulated organisation that are not those of a new workspace. */
export const DEMO_SETTINGS: DemoSettings = {
  approvedModels: APPROVED_MODELS,
  approvedRegions: APPROVED_REGIONS,
  teamRules: TEAM_RULES,
  sharedCostRules: [
    { pot: 'non-token', spread: { kind: 'proportional' } },
    { pot: 'tax', spread: { kind: 'proportional' } },
  ],
};
