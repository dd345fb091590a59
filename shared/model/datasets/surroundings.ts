/** A CloudTrail trail seen from one Region (`DescribeTrails`, `GetTrailStatus`, `GetEventSelectors`). */
export interface Trail {
  readonly name: string;
  readonly trailArn: string;
  readonly homeRegion: string;
  readonly multiRegion: boolean;
  readonly organization: boolean;
  readonly logging: boolean;
  readonly s3Bucket: string | null;
  readonly s3KeyPrefix: string | null;
  readonly logFileValidation: boolean;
  readonly managementEvents: 'all' | 'read-only' | 'write-only' | 'none';
  readonly excludedSources: readonly string[];
  readonly dataResourceTypes: readonly string[];
}

/** What lies around Bedrock: trails, logs, buckets, keys, networks, functions. */
export interface SurroundingsDatasets {
  trails: Trail;
}
