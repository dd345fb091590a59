import { describe, expect, test } from 'vitest';
import { createQuoter } from '../../../../shared/cost/quote-usage.ts';
import { configuredCosts } from '../../../../shared/cost/reconcile/configured-costs.ts';
import { billedCosts, otherCosts } from '../../../../shared/cost/reconcile/other-costs.ts';
import type { CustomModel, ProvisionedThroughput } from '../../../../shared/model/dataset.ts';
import { createPriceBook } from '../../../../shared/prices/price-book.ts';
import { line } from '../../prices/builders.ts';
import { ACCOUNT, billed } from './builders.ts';

const PLACE = { accountId: ACCOUNT, region: 'us-east-1' };
const arn = (kind: string, id: string) => `arn:aws:bedrock:us-east-1:${ACCOUNT}:${kind}/${id}`;
const LLAMA = 'meta.llama3-3-70b-instruct-v1:0';

const throughput: ProvisionedThroughput = {
  provisionedModelArn: arn('provisioned-model', 'p1'),
  provisionedModelName: 'peak',
  modelArn: `arn:aws:bedrock:us-east-1::foundation-model/${LLAMA}`,
  desiredModelArn: null,
  foundationModelArn: `arn:aws:bedrock:us-east-1::foundation-model/${LLAMA}`,
  modelUnits: 2,
  desiredModelUnits: null,
  status: 'InService',
  commitmentDuration: null,
  commitmentExpirationTime: null,
  creationTime: '2026-10-30T10:30:00Z',
  lastModifiedTime: null,
  tags: { read: true, value: [] },
};

const custom: CustomModel = {
  modelArn: arn('custom-model', 'c1'),
  modelName: 'tagger',
  baseModelArn: null,
  baseModelName: null,
  customizationType: 'FINE_TUNING',
  ownerAccountId: ACCOUNT,
  status: 'Active',
  creationTime: '2026-10-30T10:30:00Z',
  detail: { read: false, outcome: { status: 'failed', reason: 'No answer.' } },
  tags: { read: true, value: [] },
};

const prices = createPriceBook([
  [
    line({ modelId: LLAMA, unit: 'provisioned-mu-hours', usd: '24', per: 1 }),
    line({
      modelId: 'bedrock.customization',
      unit: 'custom-model-storage-months',
      usd: '3.1',
      per: 1,
    }),
    line({
      modelId: 'bedrock.guardrails',
      unit: 'guardrail-content-text-units',
      usd: '0.15',
      per: 1_000,
    }),
  ],
]);

function configured(over: Partial<Parameters<typeof configuredCosts>[0]>) {
  return configuredCosts({
    period: { from: '2026-10-01', to: '2026-11-01' },
    now: '2026-11-20T00:00:00Z',
    throughputs: [],
    customModels: [],
    importedModels: [],
    guardrails: [],
    quote: createQuoter({
      prices,
      lookup: { profiles: new Map(), owned: new Map() },
      today: '2026-11-20',
    }),
    ...over,
  });
}

describe('costs from configuration', () => {
  test('capacity costs its model units times whole hours since it was made', () => {
    const [cost] = configured({ throughputs: [{ ...PLACE, item: throughput }] });
    const hours = 13 + 24;
    expect(cost).toMatchObject({
      subject: 'provisioned',
      provenance: 'metered',
      quantity: String(hours * 2),
      usd: String(hours * 2 * 24),
    });
  });

  test('hours that are still to come cost nothing', () => {
    const [cost] = configured({
      throughputs: [{ ...PLACE, item: throughput }],
      now: '2026-10-30T12:31:00Z',
    });
    expect(cost?.quantity).toBe('4');
  });

  test('a commitment without a price has no amount', () => {
    const item = { ...throughput, commitmentDuration: 'SixMonths' };
    const [cost] = configured({ throughputs: [{ ...PLACE, item }] });
    expect(cost).toMatchObject({ provenance: 'unpriced', usd: null, quantity: '74' });
    expect(cost?.source).toMatch(/provisioned-mu-hours-6-months/);
  });

  test('a stored model costs its days of the month', () => {
    const [cost] = configured({ customModels: [{ ...PLACE, item: custom }] });
    expect(cost).toMatchObject({ subject: 'customization', usd: '0.2', provenance: 'metered' });
  });

  test('an imported model has no amount: nothing tells for how long it ran', () => {
    const [cost] = configured({
      importedModels: [
        {
          ...PLACE,
          item: {
            modelArn: arn('imported-model', 'i1'),
            modelName: 'own',
            modelArchitecture: null,
            instructSupported: null,
            creationTime: null,
            detail: { read: false, outcome: { status: 'failed', reason: 'No answer.' } },
          },
        },
      ],
    });
    expect(cost).toMatchObject({ provenance: 'unpriced', usd: null, quantity: null });
  });

  test('guardrails cost the text units of logged calls', () => {
    const unit = 'guardrail-content-text-units' as const;
    const costs = configured({
      guardrails: [
        { ...PLACE, day: '2026-10-01', unit, quantity: 600 },
        { ...PLACE, day: '2026-10-02', unit, quantity: 400 },
      ],
    });
    expect(costs).toMatchObject([{ subject: 'guardrails', quantity: '1000', usd: '0.15' }]);
  });
});

describe('costs from the bill', () => {
  const rows = [
    billed(),
    billed({ usageType: 'USE1-Guardrail-ContentPolicyUnitsConsumed', unblendedCost: '2' }),
    billed({ usageType: 'USE1-Guardrail-ContentPolicyUnitsConsumed', unblendedCost: '3' }),
    billed({ usageType: 'USE1-NovaCanvas-T2I-1024-Standard', unblendedCost: '0.04' }),
    billed({
      lineItemType: 'Tax',
      usageType: null,
      unblendedCost: '23',
      service: 'Amazon Bedrock',
    }),
    billed({
      service: 'Amazon Bedrock Managed Knowledge Base',
      usageType: 'USE1-KB-Storage',
      unblendedCost: '7',
    }),
    billed({ usageType: 'USE1-ContextPinning-ResidencyHours', unblendedCost: '1' }),
  ];

  test('are what tokens do not tell, by subject, the dearest first', () => {
    const { usd, subjects } = otherCosts(billedCosts(rows), []);
    expect(usd).toBe('36.04');
    expect(subjects.map(({ subject, usd: own, costs }) => [subject, own, costs])).toEqual([
      ['tax', '23', 1],
      ['knowledge-bases', '7', 1],
      ['guardrails', '5', 1],
      ['unknown', '1', 1],
      ['images', '0.04', 1],
    ]);
  });

  test('quantities are summed in the unit of the bill, and never over two', () => {
    const hours = {
      usageType: 'USE1-KB-Storage',
      service: 'Amazon Bedrock Managed Knowledge Base',
    };
    const costs = billedCosts([
      billed({ ...hours, quantity: '1.5', unit: 'GB-Mo' }),
      billed({ ...hours, quantity: '2.25', unit: 'GB-Mo', day: '2026-10-06' }),
      billed({ ...hours, quantity: '40', unit: 'Hrs' }),
      billed({ ...hours, quantity: '7', unit: null }),
    ]);
    expect(costs.map(({ quantity, billedUnit }) => [quantity, billedUnit])).toEqual([
      ['3.75', 'GB-Mo'],
      ['40', 'Hrs'],
      ['7', undefined],
    ]);
  });

  test('what has no amount is in no sum and comes last', () => {
    const [unpriced] = configured({
      throughputs: [{ ...PLACE, item: { ...throughput, commitmentDuration: 'OneMonth' } }],
    });
    const all = otherCosts(
      [...(unpriced === undefined ? [] : [unpriced]), ...billedCosts(rows)],
      [],
    );
    expect(all.usd).toBe('36.04');
    expect(all.costs.at(-1)?.usd).toBeNull();
    expect(all.subjects.find(({ subject }) => subject === 'provisioned')).toMatchObject({
      usd: '0',
      unpriced: 1,
    });
  });
});
