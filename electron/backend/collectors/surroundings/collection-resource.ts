/** Whether `collection/NAME` or `collection/PREFIX*` covers a collection. */
export function covers(resource: string, collection: string): boolean {
  const name = resource.replace(/^collection\//, '');
  return name.endsWith('*') ? collection.startsWith(name.slice(0, -1)) : name === collection;
}

/** A security policy of OpenSearch Serverless, its document not looked at yet. */
export interface PolicyDocument {
  readonly name: string;
  readonly document: unknown;
}
