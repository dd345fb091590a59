import type { ModelRow, ModelsInventory } from '../../../../shared/api/answers.ts';

/** A model in use, approved and active, changed as a case needs it. */
export function buildModel(change: Partial<ModelRow> = {}): ModelRow {
  return {
    modelId: 'acme.model-1',
    label: 'Model 1',
    provider: 'Acme',
    nature: 'foundation',
    provisionedUnits: 0,
    baseModelId: null,
    inputModalities: ['TEXT'],
    outputModalities: ['TEXT'],
    lifecycle: lifecycle(null),
    use: use(10),
    accounts: 1,
    regions: ['eu-west-1'],
    destinations: [],
    approved: true,
    entitlement: { usable: 1, blocked: 0, unknown: 0 },
    prices: [],
    ...change,
  };
}

/** Use of so many calls by principals. */
export function use(calls: number, ...principals: readonly string[]): ModelRow['use'] {
  return {
    calls,
    tokens: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
    usd: '0',
    unpricedTokens: 0,
    basis: [],
    callers: principals.map((principalArn) => ({
      principalArn,
      calls: 1,
      inputTokens: 0,
      outputTokens: 0,
      firstDay: '2026-11-01',
      lastDay: '2026-11-02',
    })),
    callerCount: principals.length,
    unnamedCalls: 0,
  };
}

/** A life with so many days left. */
export function lifecycle(
  daysLeft: number | null,
  status: 'ACTIVE' | 'LEGACY' | 'UNKNOWN' = 'ACTIVE',
): NonNullable<ModelRow['lifecycle']> {
  return {
    status,
    startOfLifeTime: null,
    legacyTime: null,
    publicExtendedAccessTime: null,
    endOfLifeTime: null,
    daysLeft,
    varies: false,
  };
}

/** An inventory of these models. */
export function inventoryOf(...models: readonly ModelRow[]): ModelsInventory {
  return {
    takenAt: '2026-11-20T12:00:00Z',
    window: { from: '2026-10-21', to: '2026-11-21' },
    models,
    total: models.length,
    coverage: [],
  };
}
