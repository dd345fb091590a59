import { expect, test } from 'vitest';
import { modelChoices } from '../../../../renderer/pages/prompt-lab/model-choices.ts';
import { buildModel } from './build-model.ts';

const models = [
  buildModel({
    label: 'Sonnet',
    approved: false,
    invokableIds: [{ id: 'us.sonnet', regions: ['us-east-1', 'us-west-2'] }],
  }),
  buildModel({
    label: 'Embed',
    textOut: false,
    invokableIds: [{ id: 'embed', regions: ['us-east-1'] }],
  }),
  buildModel({
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
