import { requiredText } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';

/** The tags of one kind of resource; undefined for an ARN that it does not know. */
export type TagsOf = (
  call: Call,
  resourceArn: string,
) => readonly { readonly key: string; readonly value: string }[] | undefined;

/** ListTagsForResource over all kinds of resources of Bedrock. */
export function tagOperations(kinds: readonly TagsOf[]): Readonly<Record<string, Operation>> {
  return {
    ListTagsForResource: {
      http: 'POST /listTagsForResource',
      action: 'bedrock:ListTagsForResource',
      resource: (call) => requiredText(call.input, 'resourceARN'),
      run: (call) => {
        const arn = requiredText(call.input, 'resourceARN');
        for (const tagsOf of kinds) {
          const tags = tagsOf(call, arn);
          if (tags !== undefined) return { tags };
        }
        throw new WireFault('ResourceNotFoundException', 404, `Unknown resource: ${arn}`);
      },
    },
  };
}
