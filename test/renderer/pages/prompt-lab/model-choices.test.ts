import { expect, test } from 'vitest';
import { modelChoices } from '../../../../renderer/pages/prompt-lab/model-choices.ts';
import type { ModelInfo } from '../../../../shared/api/answers.ts';

function model(change: Partial<ModelInfo>): ModelInfo {
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

const models = [
  model({
    label: 'Sonnet',
    approved: false,
    invokableIds: [{ id: 'us.sonnet', regions: ['us-east-1', 'us-west-2'] }],
  }),
  model({
    label: 'Embed',
    textOut: false,
    invokableIds: [{ id: 'embed', regions: ['us-east-1'] }],
  }),
  model({
    invokableIds: [
      { id: 'us.nova', regions: ['us-east-1', 'us-west-2'] },
      { id: 'nova', regions: ['us-east-1'] },
    ],
  }),
];

test.each([
  [
    'us-east-1',
    [
      ['nova', null],
      ['us.nova', null],
      ['embed', 'It does not answer with text'],
      ['us.sonnet', 'Not approved'],
    ],
  ],
  [
    'us-west-2',
    [
      ['us.nova', null],
      ['us.sonnet', 'Not approved'],
    ],
  ],
  ['eu-west-1', []],
])('choices in %s: usable first, the others with why not', (region, expected) => {
  const choices = modelChoices(models, region);
  expect(choices.map((choice) => [choice.id, choice.refusal])).toEqual(expected);
});
