import {
  BedrockClient,
  GetCustomModelCommand,
  GetEvaluationJobCommand,
  GetFoundationModelAvailabilityCommand,
  GetImportedModelCommand,
  GetMarketplaceModelEndpointCommand,
  GetModelCustomizationJobCommand,
  GetModelInvocationJobCommand,
  GetProvisionedModelThroughputCommand,
  GetUseCaseForModelAccessCommand,
  ListEvaluationJobsCommand,
  ListFoundationModelAgreementOffersCommand,
  ListModelCustomizationJobsCommand,
  ListModelInvocationJobsCommand,
  type ListModelInvocationJobsCommandInput,
  ListTagsForResourceCommand,
  paginateListModelInvocationJobs,
} from '@aws-sdk/client-bedrock';
import { beforeAll, describe, expect, test } from 'vitest';
import { accountForTests } from '../../../../helpers/simulated-client.ts';
import { createSmallWorld, SMALL_ACCOUNT } from '../../../../helpers/small-world/small-world.ts';
import { world as acme } from '../world/test-world.ts';

const account = accountForTests(createSmallWorld());
const withEvaluations = accountForTests(
  createSmallWorld({
    bedrockResources: (_accountId, region) => acme.bedrockResources('222233334444', region),
    agreementOffer: acme.agreementOffer,
  }),
);
const batchJobs = account.world.bedrockResources(SMALL_ACCOUNT, 'us-east-1').batchJobs;
let client: BedrockClient;
let story: BedrockClient;
beforeAll(() => {
  client = new BedrockClient(account.config());
  story = new BedrockClient(withEvaluations.config());
});

async function namesOf(input: ListModelInvocationJobsCommandInput): Promise<readonly string[]> {
  const { invocationJobSummaries } = await client.send(new ListModelInvocationJobsCommand(input));
  return (invocationJobSummaries ?? []).map((job) => job.jobName ?? '');
}

describe('lists of Bedrock', () => {
  test('pages add up to the world, newest first', async () => {
    const sizes: number[] = [];
    const arns: string[] = [];
    const times: number[] = [];
    for await (const page of paginateListModelInvocationJobs({ client }, { maxResults: 900 })) {
      sizes.push(page.invocationJobSummaries?.length ?? 0);
      for (const job of page.invocationJobSummaries ?? []) {
        arns.push(job.jobArn ?? '');
        times.push(job.submitTime?.getTime() ?? 0);
      }
    }
    expect(sizes).toEqual([900, 900, 540]);
    expect(new Set(arns)).toEqual(new Set(batchJobs.map(({ jobArn }) => jobArn)));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test('a page that is not asked for is a hundred', async () => {
    expect(await namesOf({})).toHaveLength(100);
  });

  test.each([
    [
      'a status and a part of the name',
      { statusEquals: 'Failed' as const, nameContains: '99' },
      (at: number) => at % 2 === 1 && String(at).includes('99'),
    ],
    ['a part of the name', { nameContains: '-233' }, (at: number) => /^233/.test(String(at))],
    [
      'times, both excluded',
      {
        submitTimeAfter: new Date('2026-10-04T10:00:00Z'),
        submitTimeBefore: new Date('2026-10-06T10:00:00Z'),
      },
      (at: number) => at % 28 === 4,
    ],
  ])('by %s', async (_name, input, fits) => {
    const expected = batchJobs.flatMap(({ jobName }, at) => (fits(at) ? jobName : []));
    expect(expected.length).toBeGreaterThan(0);
    expect(new Set(await namesOf({ ...input, maxResults: 1000 }))).toEqual(new Set(expected));
  });

  test('oldest first when asked', async () => {
    const [newest] = await namesOf({ maxResults: 1 });
    const [oldest] = await namesOf({ maxResults: 1, sortOrder: 'Ascending' });
    const day = (name: string | undefined) =>
      batchJobs.find(({ jobName }) => jobName === name)?.submitTime;
    expect([day(oldest), day(newest)]).toEqual(['2026-10-01T10:00:00Z', '2026-10-28T10:00:00Z']);
  });

  test.each([
    ['an order that does not exist', { sortOrder: 'Sideways' as 'Ascending' }],
    ['a page of none', { maxResults: 0 }],
    ['a page too large', { maxResults: 1001 }],
    ['a token that is none', { nextToken: 'abc' }],
  ])('%s is a validation error', async (_name, input) => {
    await expect(namesOf(input)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('a token of another list, or of another filter, is a validation error', async () => {
    const { nextToken } = await client.send(new ListModelInvocationJobsCommand({ maxResults: 1 }));
    const elsewhere = client.send(new ListModelCustomizationJobsCommand({ nextToken }));
    await expect(elsewhere).rejects.toMatchObject({ name: 'ValidationException' });
    const filtered = namesOf({ nextToken, statusEquals: 'Failed' });
    await expect(filtered).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('evaluations come five to a page, and no evaluation is no list', async () => {
    const { jobSummaries, nextToken } = await story.send(
      new ListEvaluationJobsCommand({ maxResults: 100 }),
    );
    expect(jobSummaries).toHaveLength(5);
    const rest = await story.send(new ListEvaluationJobsCommand({ maxResults: 100, nextToken }));
    expect(rest.jobSummaries).toHaveLength(2);
    const none = await client.send(new ListEvaluationJobsCommand({}));
    expect(none.jobSummaries).toBeUndefined();
  });
});

describe('what is not there', () => {
  const arn = 'arn:aws:bedrock:us-east-1:111111111111';
  test.each([
    ['custom model', new GetCustomModelCommand({ modelIdentifier: 'none' })],
    ['imported model', new GetImportedModelCommand({ modelIdentifier: `${arn}:imported-model/a` })],
    ['throughput', new GetProvisionedModelThroughputCommand({ provisionedModelId: 'none' })],
    ['endpoint', new GetMarketplaceModelEndpointCommand({ endpointArn: `${arn}:endpoint/a` })],
    ['customization job', new GetModelCustomizationJobCommand({ jobIdentifier: 'none' })],
    ['batch job', new GetModelInvocationJobCommand({ jobIdentifier: 'none' })],
    ['evaluation', new GetEvaluationJobCommand({ jobIdentifier: `${arn}:evaluation-job/a` })],
    ['tagged resource', new ListTagsForResourceCommand({ resourceARN: `${arn}:custom-model/a` })],
    ['use case', new GetUseCaseForModelAccessCommand({})],
  ])('a %s is not found', async (_name, command) => {
    // The client's `send` has an overload for every command; each of these is one of them.
    const answer = client.send(command as GetCustomModelCommand);
    await expect(answer).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('a model that Bedrock does not have is a validation error', async () => {
    const answer = client.send(new GetFoundationModelAvailabilityCommand({ modelId: 'no.model' }));
    await expect(answer).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('agreement offers', () => {
  const offers = (modelId: string, offerType?: 'ALL' | 'PUBLIC') =>
    story.send(new ListFoundationModelAgreementOffersCommand({ modelId, offerType }));

  test('carry a token and a signed address, as those of AWS do', async () => {
    const answer = await offers('anthropic.claude-sonnet-5-5', 'PUBLIC');
    const [offer] = answer.offers ?? [];
    expect(offer?.offerToken).toMatch(/^[\w+/=]{40,}$/);
    expect(offer?.termDetails?.legalTerm?.url).toContain('X-Amz-Signature=');
  });

  test('a model that AWS Marketplace does not meter has no agreement', async () => {
    await expect(offers('amazon.nova-pro-v1:0')).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Agreement not supported for this model',
    });
  });

  test('an offer type that does not exist is a validation error', async () => {
    await expect(offers('anthropic.claude-sonnet-5-5', 'SECRET' as 'ALL')).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});
