import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../../shared/access/catalogue/create-catalogue.ts';
import { hasMantle, mantleModelId } from '../../../../shared/access/catalogue/mantle-models.ts';
import { KNOWN_MODELS } from '../../../../shared/model/model-catalogue.ts';
import { canonicalBaseModelId } from '../../../../shared/model/model-id.ts';
import { ACCOUNT, foundationModel, reading } from './offered.ts';

const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const PROFILE_ONLY = { inferenceTypes: ['INFERENCE_PROFILE'] };
const listed = reading('foundation-models', [
  foundationModel(HAIKU, PROFILE_ONLY),
  foundationModel('anthropic.claude-sonnet-4-6', PROFILE_ONLY),
]);

describe('routes over mantle', () => {
  test('name the default project, and the model by the id that mantle knows', () => {
    const routes = createCatalogue([listed]).routesIn(ACCOUNT);
    expect(routes.map(({ kind, modelId, called }) => [kind, modelId, called])).toEqual([
      ['mantle', HAIKU, 'anthropic.claude-haiku-4-5'],
    ]);
    expect(routes[0]?.parts).toEqual([
      {
        role: 'project',
        resource: `arn:aws:bedrock-mantle:us-east-1:${ACCOUNT}:project/default`,
        resourceAccount: ACCOUNT,
        requestedRegion: 'us-east-1',
        keys: { 'bedrock-mantle:Model': ['anthropic.claude-haiku-4-5'] },
      },
    ]);
  });

  test('there are none in a Region without the endpoint', () => {
    const osaka = { ...listed, region: 'ap-northeast-3' };
    expect(createCatalogue([osaka]).routesIn(ACCOUNT)).toEqual([]);
  });

  test('an inference that was seen proves its project and its model', () => {
    const use = { accountId: ACCOUNT, region: 'us-east-1', projectId: 'proj_1' };
    const seen = [
      { ...use, modelId: 'openai.gpt-6.1-sol' },
      { ...use, modelId: 'openai.gpt-6.1-sol' },
    ];
    const routes = createCatalogue([listed], seen).routesIn(ACCOUNT);
    expect(routes.map(({ called, parts }) => [called, parts[0]?.resource.split('/')[1]])).toEqual([
      ['anthropic.claude-haiku-4-5', 'default'],
      ['anthropic.claude-haiku-4-5', 'proj_1'],
      ['openai.gpt-6.1-sol', 'default'],
      ['openai.gpt-6.1-sol', 'proj_1'],
    ]);
    expect(new Set(routes.map(({ id }) => id)).size).toBe(4);
  });
});

test('the facts on mantle speak of canonical ids, and lead back to them', () => {
  const served = KNOWN_MODELS.filter(({ id }) => mantleModelId(id) !== null);
  expect(served.length).toBe(56);
  for (const { id } of served) {
    expect(canonicalBaseModelId(id)).toBe(id);
    expect(canonicalBaseModelId(mantleModelId(id) ?? '')).toBe(id);
  }
  expect(hasMantle('us-west-1')).toBe(false);
  expect(hasMantle('sa-east-1')).toBe(true);
});
