import { describe, expect, it } from 'vitest';
import { toFoundationModel } from '../../../../electron/backend/collectors/bedrock/foundation-models.ts';
import { toInferenceProfile } from '../../../../electron/backend/collectors/bedrock/inference-profiles.ts';
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
