import { type GeneratedAccount, generatedAccounts } from './generated-accounts.ts';
import type { Workload } from './workload.ts';

/** Models without the prefix of a geography, with the tokens that a call of each takes. */
const USES: readonly Pick<Workload, 'tokens' | 'rhythm'>[] = [
  { rhythm: 'office-us', tokens: { input: 1_900, output: 320 } },
  { rhythm: 'office-eu', tokens: { input: 900, output: 450 } },
  { rhythm: 'steady', tokens: { input: 3_100, output: 180 } },
];
const MODELS = [
  'anthropic.claude-haiku-4-5-20251001-v1:0',
  'anthropic.claude-sonnet-4-6',
  'amazon.nova-2-lite-v1:0',
  'amazon.nova-pro-v1:0',
];

/** The light traffic of the accounts that only fill the organisation up, one workload in each. */
export function generatedWorkloads(accounts: number): readonly Workload[] {
  return generatedAccounts(accounts).map(toWorkload);
}

function toWorkload({ accountId, name, region }: GeneratedAccount, index: number): Workload {
  const geography = region.startsWith('eu-') ? 'eu' : 'us';
  const use = USES[index % USES.length] ?? { rhythm: 'steady', tokens: { input: 900, output: 90 } };
  return {
    ...use,
    id: `generated/${accountId}`,
    accountId,
    region,
    principal: 'assistant',
    models: [[`${geography}.${MODELS[index % MODELS.length]}`, 1]],
    operations: [['Converse', 1]],
    perDay: 3,
    weekend: 0.3,
    metadata: { team: name.replace(/-.*$/, ''), app: 'assistant' },
  };
}
