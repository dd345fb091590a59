import { expect, test } from 'vitest';
import {
  chosenConnection,
  chosenModel,
  chosenRegion,
} from '../../../../renderer/pages/prompt-lab/lab-filters.ts';
import { modelChoices } from '../../../../renderer/pages/prompt-lab/model-choices.ts';
import type { Connection } from '../../../../shared/api/answers.ts';
import { buildModel } from './build-model.ts';

const connection = (id: string, regions: readonly string[]): Connection => ({
  id,
  label: id,
  profile: null,
  roleArn: null,
  regions,
  endpointUrl: null,
  accountId: null,
  organization: null,
});
const CONNECTIONS = [connection('a', ['us-east-1', 'eu-west-1']), connection('b', ['us-west-2'])];
const values = { connectionId: '', region: '', modelId: '' };

test.each([
  ['', 'a'],
  ['b', 'b'],
  ['gone', 'a'],
])('connection "%s" of the address is %s', (connectionId, id) => {
  expect(chosenConnection(CONNECTIONS, { ...values, connectionId })?.id).toBe(id);
});

test('without connections there is no Region and no model', () => {
  expect(chosenConnection([], values)).toBeUndefined();
  expect(chosenRegion(undefined, { ...values, region: 'us-east-1' })).toBe('');
  expect(chosenModel([], { ...values, modelId: 'x' })).toBe('');
});

test.each([
  ['', 'us-east-1'],
  ['eu-west-1', 'eu-west-1'],
  ['ap-south-1', 'us-east-1'],
])('Region "%s" of the address is %s', (region, chosen) => {
  expect(chosenRegion(CONNECTIONS[0], { ...values, region })).toBe(chosen);
});

const CHOICES = modelChoices(
  [
    buildModel({ modelId: 'nova', label: 'A', invokableIds: [{ id: 'us.nova', regions: ['r'] }] }),
    buildModel({ modelId: 'titan', label: 'B', invokableIds: [{ id: 'titan', regions: ['r'] }] }),
    buildModel({
      modelId: 'opus',
      approved: false,
      invokableIds: [{ id: 'us.opus', regions: ['r'] }],
    }),
  ],
  'r',
);

test.each([
  ['', 'us.nova'],
  ['titan', 'titan'],
  ['nova', 'us.nova'],
  ['us.opus', 'us.nova'],
])('model "%s" of the address is %s: only one that may be used', (modelId, chosen) => {
  expect(chosenModel(CHOICES, { ...values, modelId })).toBe(chosen);
});
