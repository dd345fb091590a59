import type { DescribeEffectivePolicyResponse } from '@aws-sdk/client-organizations';
import type { EffectiveBedrockPolicy } from '../../../../shared/model/dataset.ts';
import { CallFailure } from '../../aws/caller.ts';
import { instant } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';
import { callOrganizations, isNamed } from './organization-call.ts';

/** What the organisation's Bedrock policies come to for the account; always one item. */
export const effectiveBedrockPolicy: Collector<'effective-bedrock-policy'> = {
  dataset: 'effective-bedrock-policy',
  title: 'Bedrock policy of the organisation in effect',
  scope: 'account',
  iamActions: ['organizations:DescribeEffectivePolicy'],
  collect: async (context) => {
    const { clients, region } = context;
    try {
      const answer = await callOrganizations(
        context,
        'organizations:DescribeEffectivePolicy',
        async (options) =>
          (await clients.organizations(region)).describeEffectivePolicy(
            { PolicyType: 'BEDROCK_POLICY' },
            options,
          ),
      );
      return [toEffectivePolicy(answer)];
    } catch (error) {
      if (error instanceof CallFailure && isNamed(error.cause, NONE)) return [NOT_THERE];
      throw error;
    }
  },
};

const NONE = 'EffectivePolicyNotFound';
const NOT_THERE: EffectiveBedrockPolicy = { content: null, updatedAt: null };

/** The policy's content and when AWS last worked it out. */
export function toEffectivePolicy({
  EffectivePolicy: policy,
}: DescribeEffectivePolicyResponse): EffectiveBedrockPolicy {
  return {
    content: policy?.PolicyContent ?? null,
    updatedAt: instant(policy?.LastUpdatedTimestamp),
  };
}
