import { describe, expect, test } from 'vitest';
import type { OwnedReadings } from '../../../shared/prices/owned-models.ts';
import { ownedModels } from '../../../shared/prices/owned-models.ts';

const arn = (rest: string) => `arn:aws:bedrock:us-east-1:111122223333:${rest}`;
const BASE = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0:300k';
const CUSTOM = arn('custom-model/amazon.nova-pro-v1:0:300k/cm1');

const custom = {
  modelArn: CUSTOM,
  modelName: 'tuned',
  baseModelArn: BASE,
  baseModelName: 'Nova Pro',
  customizationType: 'FINE_TUNING',
  ownerAccountId: null,
  status: 'Active',
  creationTime: null,
  detail: { read: false, gap: { reason: 'denied', action: 'bedrock:GetCustomModel' } },
  tags: { read: true, value: [] },
} as unknown as OwnedReadings['custom'][number]; // only what is read of it matters here

const provisioned = {
  provisionedModelArn: arn('provisioned-model/pt1'),
  provisionedModelName: 'fast',
  modelArn: BASE,
  desiredModelArn: null,
  foundationModelArn: null,
  modelUnits: 1,
  desiredModelUnits: null,
  status: 'InService',
  commitmentDuration: null,
  commitmentExpirationTime: null,
  creationTime: null,
  lastModifiedTime: null,
  tags: { read: true, value: [] },
} satisfies OwnedReadings['provisioned'][number];

const NONE: OwnedReadings = { custom: [], deployments: [], imported: [], provisioned: [] };

describe('models of the accounts’ own', () => {
  test('a custom model leads to its base, by key and by name', () => {
    const owned = ownedModels({ ...NONE, custom: [custom] });
    const expected = {
      kind: 'custom-model',
      name: 'tuned',
      baseModelId: 'amazon.nova-pro-v1:0:300k',
    };
    expect(owned.get('cm1')).toEqual(expected);
    expect(owned.get('tuned')).toEqual(expected);
  });

  test('capacity leads to the foundation model that it serves', () => {
    const owned = ownedModels({ ...NONE, provisioned: [provisioned] });
    expect(owned.get('pt1')).toMatchObject({ kind: 'provisioned-model', name: 'fast' });
    expect(owned.get('fast')?.baseModelId).toBe('amazon.nova-pro-v1:0:300k');
  });

  test('capacity of a custom model leads to the base of that model', () => {
    const own = { ...provisioned, modelArn: CUSTOM };
    const owned = ownedModels({ ...NONE, custom: [custom], provisioned: [own] });
    expect(owned.get('pt1')?.baseModelId).toBe('amazon.nova-pro-v1:0:300k');
    expect(ownedModels({ ...NONE, provisioned: [own] }).get('pt1')?.baseModelId).toBeNull();
  });

  test('an imported model has no base', () => {
    const imported = {
      modelArn: arn('imported-model/im1'),
      modelName: 'brought',
      modelArchitecture: 'llama',
      instructSupported: true,
      creationTime: null,
    } as unknown as OwnedReadings['imported'][number]; // only what is read of it matters here
    const owned = ownedModels({ ...NONE, imported: [imported] });
    expect(owned.get('im1')).toEqual({
      kind: 'imported-model',
      name: 'brought',
      baseModelId: null,
    });
  });
});
