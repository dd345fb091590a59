import type {
  Approvals,
  WhatIfInput,
  WhatIfRow,
} from '../../../../shared/cost/what-if/what-if-answer.ts';
import { createPriceBook } from '../../../../shared/prices/price-book.ts';
import { line } from '../../prices/builders.ts';

/** Two models; only the dear one has cache and batch, only the cheap one is global. */
export const BOOK = createPriceBook([
  [
    line({ modelId: 'test.dear', usd: '10' }),
    line({ modelId: 'test.dear', unit: 'output-tokens', usd: '50' }),
    line({ modelId: 'test.dear', unit: 'cache-read-tokens', usd: '1' }),
    line({ modelId: 'test.dear', unit: 'cache-write-5m-tokens', usd: '12.5' }),
    line({ modelId: 'test.dear', unit: 'cache-write-1h-tokens', usd: '20' }),
    line({ modelId: 'test.dear', tier: 'batch', usd: '5' }),
    line({ modelId: 'test.dear', tier: 'batch', unit: 'output-tokens', usd: '25' }),
    line({ modelId: 'test.cheap', usd: '1' }),
    line({ modelId: 'test.cheap', unit: 'output-tokens', usd: '5' }),
    line({ modelId: 'test.cheap', scope: 'global', usd: '0.9' }),
  ],
]);

/** A million input tokens of the dear model. */
export function row(over: Partial<WhatIfRow> = {}): WhatIfRow {
  return {
    accountId: '111122223333',
    baseModelId: 'test.dear',
    scope: 'in-region',
    tier: 'standard',
    region: 'us-east-1',
    unit: 'input-tokens',
    day: '2026-10-05',
    quantity: 1_000_000,
    ...over,
  };
}

/** Nothing said of models and Regions. */
export const FREE: Approvals = {
  approvedModels: null,
  approvedRegions: null,
  destinationsOf: () => null,
};

/** A question over 1 M input and 1 M output tokens of the dear model: 60 USD. */
export function question(over: Partial<WhatIfInput> = {}): WhatIfInput {
  return {
    rows: [row(), row({ unit: 'output-tokens' })],
    changes: [],
    priceOf: (query) => BOOK.find(query),
    approvals: FREE,
    ...over,
  };
}
