import {
  BedrockClient,
  GetFoundationModelCommand,
  GetGuardrailCommand,
  GetInferenceProfileCommand,
  GetModelInvocationLoggingConfigurationCommand,
  ListFoundationModelsCommand,
  ListGuardrailsCommand,
  ListInferenceProfilesCommand,
  paginateListGuardrails,
  paginateListInferenceProfiles,
} from '@aws-sdk/client-bedrock';
import { beforeAll, describe, expect, test } from 'vitest';
import type { InferenceProfile } from '../../../../../shared/model/dataset.ts';
import { accountForTests } from '../../../../helpers/simulated-client.ts';
import { createSmallWorld, SMALL_ACCOUNT } from '../../../../helpers/small-world/small-world.ts';

const account = accountForTests(createSmallWorld());
const { world } = account;
let client: BedrockClient;
let elsewhere: BedrockClient;
beforeAll(() => {
  client = new BedrockClient(account.config());
  elsewhere = new BedrockClient(account.config({ region: 'eu-west-1' }));
});

describe('foundation models', () => {
  test('all of them, field by field', async () => {
    const { modelSummaries } = await client.send(new ListFoundationModelsCommand({}));
    const read = modelSummaries?.map((model) => ({
      modelId: model.modelId,
      modelArn: model.modelArn,
      modelName: model.modelName,
      providerName: model.providerName,
      inputModalities: model.inputModalities,
      outputModalities: model.outputModalities,
      inferenceTypes: model.inferenceTypesSupported,
      customizations: model.customizationsSupported,
      streaming: model.responseStreamingSupported,
      lifecycle: {
        status: model.modelLifecycle?.status,
        startOfLifeTime: instant(model.modelLifecycle?.startOfLifeTime),
        legacyTime: instant(model.modelLifecycle?.legacyTime),
        publicExtendedAccessTime: instant(model.modelLifecycle?.publicExtendedAccessTime),
        endOfLifeTime: instant(model.modelLifecycle?.endOfLifeTime),
      },
    }));
    expect(read).toEqual(world.foundationModels('us-east-1'));
  });

  test.each([
    [{ byProvider: 'other' }, ['acme.slow-v1:0']],
    [{ byOutputModality: 'IMAGE' as const }, ['acme.pictures-v1:0']],
    [{ byInferenceType: 'PROVISIONED' as const }, []],
    [{ byCustomizationType: 'DISTILLATION' as const }, []],
  ])('filtered by %j', async (input, ids) => {
    const { modelSummaries } = await client.send(new ListFoundationModelsCommand(input));
    expect(modelSummaries?.map((model) => model.modelId)).toEqual(ids);
  });

  test('one by id and by ARN; an unknown one is a validation error', async () => {
    const get = (modelIdentifier: string) =>
      client.send(new GetFoundationModelCommand({ modelIdentifier }));
    const byId = await get('acme.text-v1:0');
    expect(byId.modelDetails?.modelName).toBe('Acme Text');
    const byArn = await get('arn:aws:bedrock:us-east-1::foundation-model/acme.text-v1:0');
    expect(byArn.modelDetails).toEqual(byId.modelDetails);
    await expect(get('nope')).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'The provided model identifier is invalid.',
    });
  });
});

describe('inference profiles', () => {
  test('pages add up to the world', async () => {
    const sizes = [];
    const read = [];
    for await (const page of paginateListInferenceProfiles({ client }, { maxResults: 40 })) {
      sizes.push(page.inferenceProfileSummaries?.length);
      read.push(...(page.inferenceProfileSummaries ?? []).map(profile));
    }
    expect(sizes).toEqual([40, 40, 25]);
    expect(read).toEqual(world.inferenceProfiles(SMALL_ACCOUNT, 'us-east-1').map(listed));
  });

  test('by type, by id, by ARN, and not found', async () => {
    const system = await client.send(
      new ListInferenceProfilesCommand({ typeEquals: 'SYSTEM_DEFINED' }),
    );
    expect(system.inferenceProfileSummaries).toHaveLength(1);
    const get = (inferenceProfileIdentifier: string) =>
      client.send(new GetInferenceProfileCommand({ inferenceProfileIdentifier }));
    const [one] = world.inferenceProfiles(SMALL_ACCOUNT, 'us-east-1');
    if (one === undefined) throw new Error('the small world has no profile');
    expect(profile(await get(one.profileId))).toEqual(listed(one));
    expect(profile(await get(one.profileArn))).toEqual(listed(one));
    await expect(get('nope')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('guardrails', () => {
  test('drafts in pages', async () => {
    const ids = [];
    const sizes = [];
    for await (const page of paginateListGuardrails({ client }, {})) {
      sizes.push(page.guardrails?.length);
      ids.push(...(page.guardrails ?? []).map((one) => `${one.id} ${one.version}`));
    }
    expect(sizes).toEqual([100, 30]);
    expect(ids).toEqual(Array.from({ length: 130 }, (_, index) => `guard${index} DRAFT`));
    expect((await elsewhere.send(new ListGuardrailsCommand({}))).guardrails).toEqual([]);
  });

  test('versions of one, by id or ARN', async () => {
    const arn = `arn:aws:bedrock:us-east-1:${SMALL_ACCOUNT}:guardrail/guard3`;
    for (const guardrailIdentifier of ['guard3', arn]) {
      const answer = await client.send(new ListGuardrailsCommand({ guardrailIdentifier }));
      expect(answer.guardrails?.map((one) => one.version)).toEqual(['DRAFT', '2', '1']);
    }
  });

  test('a version, field by field', async () => {
    const read = await client.send(
      new GetGuardrailCommand({ guardrailIdentifier: 'guard3', guardrailVersion: '2' }),
    );
    const guardrail = world.guardrails(SMALL_ACCOUNT, 'us-east-1')[3]?.[1];
    expect(read).toMatchObject({
      guardrailId: guardrail?.guardrailId,
      guardrailArn: guardrail?.guardrailArn,
      name: guardrail?.name,
      version: '2',
      status: 'READY',
      contentPolicy: { filters: guardrail?.settings.contentPolicy?.filters },
      sensitiveInformationPolicy: {
        piiEntities: guardrail?.settings.sensitiveInformationPolicy?.piiEntities,
      },
      kmsKeyArn: guardrail?.settings.kmsKeyArn,
    });
    expect(read.topicPolicy).toMatchObject({
      topics: guardrail?.settings.topicPolicy?.topics,
      tier: { tierName: 'CLASSIC' },
    });
    expect(instant(read.updatedAt)).toBe(guardrail?.updatedAt);
  });

  test('policies that a version lacks are absent; DRAFT is the default', async () => {
    const get = (guardrailVersion?: string) =>
      client.send(new GetGuardrailCommand({ guardrailIdentifier: 'guard0', guardrailVersion }));
    expect((await get('1')).topicPolicy).toBeUndefined();
    expect((await get()).version).toBe('DRAFT');
    await expect(get('9')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test.each([0, 1001])('maxResults %i is a validation error', async (maxResults) => {
    const refused = client.send(new ListGuardrailsCommand({ maxResults }));
    await expect(refused).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('a token of another list is a validation error', async () => {
    const { nextToken } = await client.send(new ListInferenceProfilesCommand({ maxResults: 1 }));
    const refused = client.send(new ListGuardrailsCommand({ nextToken }));
    await expect(refused).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('model invocation logging', () => {
  test('on: destinations and kinds of data', async () => {
    const { loggingConfig } = await client.send(
      new GetModelInvocationLoggingConfigurationCommand({}),
    );
    expect(loggingConfig).toMatchObject({
      s3Config: { bucketName: 'small-logs', keyPrefix: 'bedrock' },
      cloudWatchConfig: {
        logGroupName: '/aws/bedrock',
        largeDataDeliveryS3Config: { bucketName: 'small-large' },
      },
      textDataDeliveryEnabled: true,
      imageDataDeliveryEnabled: false,
      embeddingDataDeliveryEnabled: true,
    });
  });

  test('off: no configuration at all', async () => {
    const answer = await elsewhere.send(new GetModelInvocationLoggingConfigurationCommand({}));
    expect(answer.loggingConfig).toBeUndefined();
  });
});

/** A profile of the world without its tags, which are asked for apart. */
function listed({ tags: _tags, ...profile }: InferenceProfile): Omit<InferenceProfile, 'tags'> {
  return profile;
}

function instant(date: Date | undefined): string | null {
  return date?.toISOString().replace('.000Z', 'Z') ?? null;
}

function profile(one: {
  readonly inferenceProfileId?: string | undefined;
  readonly inferenceProfileArn?: string | undefined;
  readonly inferenceProfileName?: string | undefined;
  readonly type?: string | undefined;
  readonly status?: string | undefined;
  readonly description?: string | undefined;
  readonly createdAt?: Date | undefined;
  readonly updatedAt?: Date | undefined;
  readonly models?: { readonly modelArn?: string | undefined }[] | undefined;
}) {
  return {
    profileId: one.inferenceProfileId,
    profileArn: one.inferenceProfileArn,
    profileName: one.inferenceProfileName,
    type: one.type,
    status: one.status,
    modelArns: one.models?.map((model) => model.modelArn),
    description: one.description ?? null,
    createdAt: instant(one.createdAt),
    updatedAt: instant(one.updatedAt),
  };
}
