import './parts.css';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

interface EditorModalProps {
  readonly title: string;
  /** A verb: `Add the discount`. */
  readonly saveLabel: string;
  readonly saving: boolean;
  /** What the backend refused, in its words. */
  readonly error: string | null;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialogue; Enter saves, and what was refused stays on screen with the reason. */
export function EditorModal(props: EditorModalProps) {
  const { title, saveLabel, saving, error, onSave, onClose, children } = props;
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" loading={saving} onClick={onSave}>
              {saveLabel}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <SpaceBetween size="m">
          {children}
          {error === null ? null : (
            <Alert type="error" header="Not saved">
              {error}
            </Alert>
          )}
        </SpaceBetween>
      </form>
    </Modal>
  );
}
