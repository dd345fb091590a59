import { beforeAll, describe, expect, test } from 'vitest';
import { createServices } from '../../../../../electron/backend/demo/services/index.ts';
import { askThroughSdk } from './ask-through-sdk.ts';
import { collectCases } from './collect-cases.ts';
import { honestAccount } from './honest-account.ts';
import { titleOf, world } from './honesty-case.ts';
import { SDK_CLIENTS } from './sdk-clients.ts';
import { sdkProblems } from './sdk-problems.ts';
import { type Opinion, type SecondOpinion, secondOpinions } from './second-opinion.ts';

/** Operations that no case proves, with the reason. */
const EXCLUDED: Readonly<Record<string, string>> = {
  'bedrock:ConverseStream': 'an event stream; proven with boto3 in boto3.test.ts',
};

/** Texts that AWS answers though the models of botocore and the SDK do not list them. */
const UNLISTED: readonly string[] = [
  // ListFoundationModels for models that answer through inference profiles only.
  'InferenceType INFERENCE_PROFILE',
  // DescribeVpcEndpoints writes states in lower case, as the examples of its API reference show.
  'State available',
  'State pendingAcceptance',
];

/** Members that the SDK's model knows, as the SDK's test proves, and botocore's older one does not. */
const NEWER_THAN_BOTOCORE: readonly string[] = [
  'dataSource.dataSourceConfiguration.managedKnowledgeBaseConnectorConfiguration',
  'knowledgeBase.knowledgeBaseConfiguration.managedKnowledgeBaseConfiguration',
  '.statistics.numberOfDocumentsSkipped',
  '.enforcementMode',
  '$.wafConfiguration',
  '$.webAclArn',
];

const account = honestAccount();
const cases = await collectCases();
const opinions = new Map<number, SecondOpinion>();

beforeAll(async () => {
  const configs = await Promise.all(cases.map((one) => account.configOf(one)));
  const asked = cases.flatMap((one, index) => {
    const config = configs[index];
    return config === undefined ? [] : [{ ...one, config }];
  });
  for (const [index, opinion] of (await secondOpinions(asked)).entries()) {
    opinions.set(index, opinion);
  }
}, 300_000);

for (const [index, one] of cases.entries()) {
  describe(titleOf(one), () => {
    test('the JavaScript SDK reads what was sent, and nothing else was sent', async () => {
      const answer = await askThroughSdk(one, await account.configOf(one));
      expect(await sdkProblems(answer)).toEqual([]);
    });

    test.for(['botocore', 'cli'] as const)('%s reads it', async (client, { skip }) => {
      const opinion = opinions.get(index)?.[client];
      if (opinion === undefined) throw new Error('there is no opinion');
      if ('skipped' in opinion) return skip(opinion.skipped);
      const odd = await oddValues(opinion, await SDK_CLIENTS[one.client].load());
      expect([...opinion.problems.filter(isNoNewMember), ...odd]).toEqual([]);
    });
  });
}

function isNoNewMember(problem: string): boolean {
  return !NEWER_THAN_BOTOCORE.some((path) => problem.includes(`${path} is unknown to botocore`));
}

/** botocore is older than the SDK: a value that the SDK's model lists is not odd. */
async function oddValues(
  opinion: Exclude<Opinion, { skipped: string }>,
  sdk: object,
): Promise<readonly string[]> {
  const exported = new Map<string, unknown>(Object.entries(sdk));
  const odd = (opinion.values ?? [])
    .filter(([, shape, value]) => !Object.values(exported.get(shape) ?? {}).includes(value))
    .filter(([, shape, value]) => !UNLISTED.includes(`${shape} ${value}`))
    .map(([path, shape, value]) => `${path} ${value} is no ${shape}`);
  return [...new Set(odd)];
}

test('every simulated operation has a case, and every case an operation', () => {
  const services = createServices({ world, tokens: new Map(), clock: () => 0 });
  const simulated = Array.from(services.values()).flatMap(({ name, operations }) =>
    Array.from(operations.keys(), (operation) => `${name}:${operation}`),
  );
  const proven = new Set(cases.map(({ operation }) => operation));
  expect({
    withoutCase: simulated.filter((name) => !proven.has(name) && EXCLUDED[name] === undefined),
    withoutOperation: [...proven, ...Object.keys(EXCLUDED)].filter(
      (name) => !simulated.includes(name),
    ),
  }).toEqual({ withoutCase: [], withoutOperation: [] });
});
