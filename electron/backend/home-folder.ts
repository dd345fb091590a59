import { homedir } from 'node:os';
import { join } from 'node:path';

/** What decides where Assay keeps its own files. */
export interface HomeFacts {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly userFolder: string;
}

/**
 * The folder of the demo workspace, the default workspace and the list of workspaces: `ASSAY_HOME`,
 * or the platform's place for application data. The same for the desktop, the server and the CLI.
 */
export function homeFolder(facts: HomeFacts = thisMachine()): string {
  const chosen = facts.env.ASSAY_HOME;
  if (chosen !== undefined && chosen !== '') return chosen;
  switch (facts.platform) {
    case 'darwin':
      return join(facts.userFolder, 'Library', 'Application Support', 'assay');
    case 'win32':
      return join(facts.env.APPDATA ?? join(facts.userFolder, 'AppData', 'Roaming'), 'assay');
    default:
      return join(facts.env.XDG_DATA_HOME ?? join(facts.userFolder, '.local', 'share'), 'assay');
  }
}

function thisMachine(): HomeFacts {
  return { platform: process.platform, env: process.env, userFolder: homedir() };
}
