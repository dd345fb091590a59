import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type ReactNode, useState } from 'react';
import { folderProblem } from './folders.ts';

interface FolderFormProps {
  readonly label: string;
  readonly description: ReactNode;
  readonly initial: string;
  readonly action: string;
  readonly busy: boolean;
  /** What the backend answered when the folder could not be used. */
  readonly error: string | undefined;
  readonly onSubmit: (folder: string) => void;
}

/** Names a folder of this machine by its whole path. */
export function FolderForm(props: FolderFormProps) {
  const [folder, setFolder] = useState(props.initial);
  const [tried, setTried] = useState(false);
  const problem = folderProblem(folder);
  const submit = () => {
    setTried(true);
    if (problem === null) props.onSubmit(folder.trim());
  };
  return (
    <FormField
      label={props.label}
      description={props.description}
      errorText={(tried ? problem : null) ?? props.error}
      secondaryControl={
        <Button onClick={submit} loading={props.busy}>
          {props.action}
        </Button>
      }
    >
      <Input
        value={folder}
        spellcheck={false}
        onChange={({ detail }) => setFolder(detail.value)}
        onKeyDown={({ detail }) => {
          if (detail.key === 'Enter') submit();
        }}
      />
    </FormField>
  );
}
