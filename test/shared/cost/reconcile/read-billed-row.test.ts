import { expect, test } from 'vitest';
import type { BilledRow } from '../../../../shared/cost/reconcile/billed-row.ts';
import { readBilledRow } from '../../../../shared/cost/reconcile/read-billed-row.ts';
import { billed } from './builders.ts';

const claude = 'Claude Haiku 4.5 (Amazon Bedrock Edition)';

test.each<[what: string, row: Partial<BilledRow>, found: object]>([
  [
    'a model spelled by the usage type, in thousands',
    { usageType: 'EUC1-Claude4.6Sonnet-output-tokens-cross-region-global' },
    {
      kind: 'usage',
      modelId: 'anthropic.claude-sonnet-4-6',
      region: 'eu-central-1',
      scope: 'global',
      unit: 'output-tokens',
      per: 1_000,
    },
  ],
  [
    'a model named by its product, in millions',
    { service: claude, usageType: 'USE1-MP:USE1_CacheReadInputTokenCount-Units', unit: 'Units' },
    {
      kind: 'usage',
      modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0',
      unit: 'cache-read-tokens',
      scope: 'regional',
      per: 1_000_000,
    },
  ],
  [
    'Mantle’s lines are those of its model',
    { usageType: 'USE1-openai.gpt-oss-120b-mantle-input-tokens-standard' },
    { kind: 'usage', modelId: 'openai.gpt-oss-120b-1:0', tier: 'standard' },
  ],
  ['a tier', { usageType: 'USE1-NovaLite-input-tokens-flex' }, { kind: 'usage', tier: 'flex' }],
  [
    'a model that the catalogue lacks keeps its spelling',
    { usageType: 'USE1-ozone.tasman-large-v1:0-input-tokens' },
    { kind: 'usage', modelId: 'ozone.tasman-large-v1:0' },
  ],
  [
    'images by size',
    { usageType: 'USE1-NovaCanvas-T2I-1024-Premium', unit: 'image' },
    { kind: 'usage', unit: 'images-1024-premium', per: 1 },
  ],
  [
    'custom models',
    { usageType: 'USE1-NovaLite-input-tokens-custom-model' },
    { kind: 'usage', custom: true },
  ],
  [
    'guardrails',
    { usageType: 'USE1-Guardrail-TopicPolicyUnitsConsumed' },
    { kind: 'other', subject: 'guardrails' },
  ],
  [
    'reserved capacity',
    { service: claude, usageType: 'USE1-MP:USE1_Reserved_1Month_InputTPM_Geo-Units' },
    { kind: 'other', subject: 'reserved' },
  ],
  [
    'a service whose usage types nobody lists',
    { service: 'Amazon Bedrock Managed Knowledge Base', usageType: 'USE1-Something' },
    { kind: 'other', subject: 'knowledge-bases' },
  ],
  [
    'tokens of no model',
    { usageType: 'USE1-MP:USE1_InputTokenCount-Units', service: 'Amazon Bedrock' },
    {
      kind: 'unknown',
      reason: 'USE1-MP:USE1_InputTokenCount-Units: it names no model.',
    },
  ],
  [
    'no usage type',
    { usageType: null },
    { kind: 'unknown', reason: 'The line names no usage type.' },
  ],
  [
    'a fee of a support plan',
    { lineItemType: 'Fee', service: 'AWS Support (Business)' },
    { kind: 'adjustment', adjustment: 'support' },
  ],
])('%s', (_, row, found) => {
  expect(readBilledRow(billed(row))).toMatchObject(found);
});
