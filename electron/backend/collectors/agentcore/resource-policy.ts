import type { BedrockAgentCoreControl } from '@aws-sdk/client-bedrock-agentcore-control';
import type { Part } from '../../../../shared/model/dataset.ts';
import type { CollectContext } from '../collector.ts';
import { nullWhen } from '../surroundings/null-when.ts';

const NO_POLICY = ['ResourceNotFoundException'];

/** The resource-based policy of a runtime or gateway, the two that AWS lets share that way. */
export function readResourcePolicy(
  { call, part }: CollectContext,
  client: BedrockAgentCoreControl,
  resourceArn: string,
): Promise<Part<string | null>> {
  return part('bedrock-agentcore:GetResourcePolicy', async () => {
    const answer = await call('bedrock-agentcore:GetResourcePolicy', (options) =>
      nullWhen(NO_POLICY, client.getResourcePolicy({ resourceArn }, options)),
    );
    const document = answer?.policy ?? '';
    return document === '' ? null : document;
  });
}
