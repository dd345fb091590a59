import { matchesGlob } from '../../model/glob.ts';

/**
 * Whether a pattern of an `Action` element names an action, without regard to case: `*`,
 * `bedrock:*`, `bedrock:Invoke*`. (IAM User Guide, "IAM JSON policy elements: Action".)
 *
 * @param action - in lower case
 */
export function matchesAction(pattern: string, action: string): boolean {
  return pattern === '*' || matchesGlob(pattern.toLowerCase(), action);
}
