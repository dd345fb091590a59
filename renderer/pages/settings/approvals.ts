/** The approved models with one more or one less; those that are no longer offered stay. */
export function withApproval(
  approvedIds: readonly string[],
  modelId: string,
  approved: boolean,
): string[] {
  const others = approvedIds.filter((id) => id !== modelId);
  return approved ? [...others, modelId].sort() : others;
}
