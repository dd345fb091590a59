import { describe, expect, it } from 'vitest';
import { toFoundationModel } from '../../../../electron/backend/collectors/bedrock/foundation-models.ts';
import { toInferenceProfile } from '../../../../electron/backend/collectors/bedrock/inference-profiles.ts';
import { toGuardrail } from '../../../../electron/backend/collectors/guardrails/guardrails.ts';
import { toInvocationLogging } from '../../../../electron/backend/collectors/guardrails/invocation-logging.ts';
import { identitiesOf } from '../../../../electron/backend/collectors/identity/account-authorization.ts';

describe('odd answers of the other calls', () => {
  it('a model without lifecycle is of unknown status', () => {
    const model = toFoundationModel({ modelId: 'a.b', modelArn: 'arn:x' });
    expect(model).toMatchObject({ modelName: 'a.b', lifecycle: { status: 'UNKNOWN' } });
    expect(() => toFoundationModel({ modelId: '', modelArn: 'arn:x' })).toThrow(/modelId/);
  });

  it('a profile without models reaches nothing', () => {
    const summary = { inferenceProfileId: 'us.a', inferenceProfileArn: 'arn:x', models: [{}] };
    const profile = toInferenceProfile({
      ...summary,
      inferenceProfileName: 'n',
      status: 'ACTIVE',
      type: 'SYSTEM_DEFINED',
    });
    expect(profile).toMatchObject({ type: 'SYSTEM_DEFINED', modelArns: [] });
  });

  it('a guardrail from before directions could be switched blocks in both', () => {
    const draft = {
      name: 'old',
      guardrailId: 'g',
      guardrailArn: 'arn:g',
      version: 'DRAFT',
      status: 'READY' as const,
      createdAt: undefined,
      updatedAt: new Date('2026-01-02T03:04:05Z'),
      blockedInputMessaging: '',
      blockedOutputsMessaging: '',
      contentPolicy: {
        filters: [
          { type: 'HATE' as const, inputStrength: 'HIGH' as const, outputStrength: 'LOW' as const },
        ],
      },
    };
    expect(toGuardrail(draft, [])).toMatchObject({
      versions: [],
      updatedAt: '2026-01-02T03:04:05Z',
      contentFilters: [
        { inputAction: 'BLOCK', outputAction: 'BLOCK', inputEnabled: true, outputEnabled: true },
      ],
    });
  });

  it.each([
    { name: 'absent', config: undefined, enabled: false },
    { name: 'without destination', config: { textDataDeliveryEnabled: true }, enabled: false },
    {
      name: 'to S3',
      config: { s3Config: { bucketName: 'b' }, imageDataDeliveryEnabled: true },
      enabled: true,
    },
    {
      name: 'to CloudWatch',
      config: { cloudWatchConfig: { logGroupName: '/b', roleArn: 'r' } },
      enabled: true,
    },
  ])('logging $name', ({ config, enabled }) => {
    expect(toInvocationLogging(config).enabled).toBe(enabled);
  });

  it('policies come URL-encoded, or plain from other implementations', () => {
    const document = '{"Statement":[{"Effect":"Allow","Action":"bedrock:*"}]}';
    const user = (PolicyDocument: string) => ({
      UserName: 'u',
      Arn: 'arn:aws:iam::1:user/u',
      UserPolicyList: [{ PolicyName: 'p', PolicyDocument }],
    });
    const page = { UserDetailList: [user(encodeURIComponent(document)), user(document)] };
    const documents = identitiesOf(page).map(({ inlinePolicies }) => inlinePolicies[0]?.document);
    expect(documents).toEqual([document, document]);
  });
});
