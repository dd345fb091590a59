import { describe, expect, test } from 'vitest';
import { KNOWN_MODELS } from '../../../shared/model/model-catalogue.ts';
import { modelOfServiceName, readModelSpelling } from '../../../shared/prices/model-spelling.ts';

describe('spellings of models', () => {
  test('every model of the catalogue is found by its id, its aliases and its own name', () => {
    const missed = KNOWN_MODELS.flatMap(({ id, label, aliases }) =>
      [id, label, ...(aliases ?? [])].filter(
        (spelling) => readModelSpelling(spelling).modelId !== id,
      ),
    );
    expect(missed).toEqual([]);
  });

  test.each([
    ['Claude4.6Sonnet', 'anthropic.claude-sonnet-4-6'],
    ['Claude3.5Sonnet', 'anthropic.claude-3-5-sonnet-20240620-v1:0'],
    ['Claude3.5Sonnetv2', 'anthropic.claude-3-5-sonnet-20241022-v2:0'],
    ['Nova2.0Lite', 'amazon.nova-2-lite-v1:0'],
    ['NovaLite', 'amazon.nova-lite-v1:0'],
    ['CommandR+', 'cohere.command-r-plus-v1:0'],
    ['Command-R', 'cohere.command-r-v1:0'],
    ['TitanEmbeddingV2', 'amazon.titan-embed-text-v2:0'],
    ['Llama4-Maverick-17B', 'meta.llama4-maverick-17b-instruct-v1:0'],
    ['gpt-oss-120b', 'openai.gpt-oss-120b-1:0'],
    ['openai.gpt-oss-120b', 'openai.gpt-oss-120b-1:0'],
    ['anthropic.claude-opus-4-8', 'anthropic.claude-opus-4-8'],
    ['Claude6.4Sonnet', null],
    ['Claude', null],
    ['', null],
  ])('%s', (spelling, modelId) => {
    expect(readModelSpelling(spelling)).toEqual({ spelling, modelId });
  });

  test.each([
    ['Claude Sonnet 4.5 (Amazon Bedrock Edition)', 'anthropic.claude-sonnet-4-5-20250929-v1:0'],
    ['Command R+ (Amazon Bedrock Edition)', 'cohere.command-r-plus-v1:0'],
    ['Claude Sonnet 9 (Amazon Bedrock Edition)', null],
    ['Amazon Bedrock', null],
    ['Nova Lite', null],
  ])('the service %s', (name, modelId) => {
    expect(modelOfServiceName(name)).toBe(modelId);
  });
});
