import type { ModelInfo } from '../../../../shared/api/answers.ts';

/** An approved text model, changed as a case needs it. */
export function buildModel(change: Partial<ModelInfo>): ModelInfo {
  return {
    modelId: 'amazon.nova-pro-v1:0',
    label: 'Nova Pro',
    provider: 'Amazon',
    approved: true,
    regions: ['us-east-1'],
    invokableIds: [{ id: 'amazon.nova-pro-v1:0', regions: ['us-east-1'] }],
    lifecycleStatus: 'ACTIVE',
    endOfLifeTime: null,
    streaming: true,
    textOut: true,
    calls30d: 0,
    priced: true,
    ...change,
  };
}
