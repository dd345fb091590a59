import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KNOWN_MODELS } from '../../../shared/model/model-catalogue.ts';
import { canonicalBaseModelId, modelKey, parseModelId } from '../../../shared/model/model-id.ts';

const HERE = { region: 'us-east-1', accountId: '111122223333' };
const BARE = { region: null, accountId: null };
const arn = (resource: string) => `arn:aws:bedrock:us-east-1:111122223333:${resource}`;

describe('parseModelId', () => {
  test.each([
    [
      'anthropic.claude-sonnet-5-5',
      ['anthropic.claude-sonnet-5-5', 'anthropic', 'in-region', null, 'foundation-model', BARE],
    ],
    [
      'us.anthropic.claude-haiku-4-5-20251001-v1:0',
      [
        'anthropic.claude-haiku-4-5-20251001-v1:0',
        'anthropic',
        'geographic',
        'us',
        'inference-profile',
        BARE,
      ],
    ],
    [
      'global.anthropic.claude-opus-5-5',
      ['anthropic.claude-opus-5-5', 'anthropic', 'global', 'global', 'inference-profile', BARE],
    ],
    [
      'us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0',
      [
        'anthropic.claude-sonnet-4-5-20250929-v1:0',
        'anthropic',
        'geographic',
        'us-gov',
        'inference-profile',
        BARE,
      ],
    ],
    ['deepseek.v3.2', ['deepseek.v3.2', 'deepseek', 'in-region', null, 'foundation-model', BARE]],
    [
      'apac.amazon.nova-lite-v1:0',
      ['amazon.nova-lite-v1:0', 'amazon', 'geographic', 'apac', 'inference-profile', BARE],
    ],
    [
      'ozone.tasman-large-v1:0',
      ['ozone.tasman-large-v1:0', 'ozone', 'in-region', null, 'foundation-model', BARE],
    ],
    [
      'us.ozone.tasman-large-v1:0',
      ['ozone.tasman-large-v1:0', 'ozone', 'geographic', 'us', 'inference-profile', BARE],
    ],
    [
      'mx.meta.llama4-scout-17b-instruct-v1:0',
      [
        'meta.llama4-scout-17b-instruct-v1:0',
        'meta',
        'geographic',
        'mx',
        'inference-profile',
        BARE,
      ],
    ],
    ['ca.example', ['ca.example', 'ca', 'in-region', null, 'foundation-model', BARE]],
    ['a1b2c3d4e5f6', ['a1b2c3d4e5f6', 'unknown', 'in-region', null, 'unknown', BARE]],
    ['', ['', 'unknown', 'in-region', null, 'unknown', BARE]],
    [
      'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0',
      [
        'amazon.nova-pro-v1:0',
        'amazon',
        'in-region',
        null,
        'foundation-model',
        { region: 'us-east-1', accountId: null },
      ],
    ],
    [
      'arn:aws:bedrock:::foundation-model/anthropic.claude-sonnet-5-5',
      ['anthropic.claude-sonnet-5-5', 'anthropic', 'in-region', null, 'foundation-model', BARE],
    ],
    [
      arn('inference-profile/eu.anthropic.claude-sonnet-5-5'),
      ['anthropic.claude-sonnet-5-5', 'anthropic', 'geographic', 'eu', 'inference-profile', HERE],
    ],
    [
      arn('application-inference-profile/abc123'),
      ['abc123', 'unknown', 'in-region', null, 'application-inference-profile', HERE],
    ],
    [
      arn('provisioned-model/pt123'),
      ['pt123', 'unknown', 'in-region', null, 'provisioned-model', HERE],
    ],
    [
      arn('custom-model/amazon.titan-text-lite-v1:0:4k/cm123'),
      ['cm123', 'amazon', 'in-region', null, 'custom-model', HERE],
    ],
    [
      arn('custom-model-deployment/dep123'),
      ['dep123', 'unknown', 'in-region', null, 'custom-model', HERE],
    ],
    [arn('imported-model/im123'), ['im123', 'unknown', 'in-region', null, 'imported-model', HERE]],
    [
      arn('default-prompt-router/anthropic.claude:1'),
      ['anthropic.claude:1', 'anthropic', 'in-region', null, 'prompt-router', HERE],
    ],
    [arn('prompt-router/pr123'), ['pr123', 'unknown', 'in-region', null, 'prompt-router', HERE]],
    [arn('prompt/PROMPT12345:1'), ['PROMPT12345:1', 'unknown', 'in-region', null, 'prompt', HERE]],
    [
      'arn:aws:sagemaker:us-east-1:111122223333:endpoint/my-endpoint',
      ['my-endpoint', 'unknown', 'in-region', null, 'marketplace-endpoint', HERE],
    ],
    [
      'arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/meta.llama3-8b-instruct-v1:0',
      [
        'meta.llama3-8b-instruct-v1:0',
        'meta',
        'in-region',
        null,
        'foundation-model',
        { region: 'us-gov-west-1', accountId: null },
      ],
    ],
    ['arn:aws:bedrock', ['arn:aws:bedrock', 'unknown', 'in-region', null, 'unknown', BARE]],
  ] as const)('%s', (id, [baseModelId, provider, scope, geography, kind, place]) => {
    expect(parseModelId(id)).toEqual({
      key: modelKey(id),
      baseModelId,
      provider,
      scope,
      geography,
      kind,
      ...place,
    });
  });

  test('never throws, whatever a log says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `arn:${text}`),
        ),
        (id) => {
          expect(parseModelId(id).key).toBe(modelKey(id));
        },
      ),
    );
  });

  test.each(['us', 'eu', 'apac', 'jp', 'au', 'ca', 'us-gov', 'global'])(
    'the prefix %s is taken off every known model',
    (geography) => {
      for (const { id } of KNOWN_MODELS) {
        expect(parseModelId(`${geography}.${id}`)).toMatchObject({ baseModelId: id, geography });
        expect(parseModelId(id)).toMatchObject({ baseModelId: id, geography: null });
      }
    },
  );
});

describe('canonicalBaseModelId', () => {
  test.each([
    ['anthropic.claude-sonnet-5-5-v1:0', 'anthropic.claude-sonnet-5-5'],
    ['us.anthropic.claude-sonnet-5-5', 'anthropic.claude-sonnet-5-5'],
    ['anthropic.claude-haiku-4-5', 'anthropic.claude-haiku-4-5-20251001-v1:0'],
    ['openai.gpt-oss-120b', 'openai.gpt-oss-120b-1:0'],
    ['anthropic.claude-opus-4-7', 'anthropic.claude-opus-4-7'],
    ['anthropic.claude-opus-9', 'anthropic.claude-opus-9'],
    ['anthropic.claude-sonnet-5', 'anthropic.claude-sonnet-5'],
  ])('%s is %s', (id, canonical) => expect(canonicalBaseModelId(id)).toBe(canonical));

  test('no alias is also a model, and none belongs to two', () => {
    const ids = new Set(KNOWN_MODELS.map((model) => model.id));
    const aliases = KNOWN_MODELS.flatMap((model) => model.aliases ?? []);
    expect(aliases.filter((alias) => ids.has(alias))).toEqual([]);
    expect(new Set(aliases).size).toBe(aliases.length);
    expect(ids.size).toBe(KNOWN_MODELS.length);
  });
});
