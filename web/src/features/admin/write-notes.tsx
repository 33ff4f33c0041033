/** What a form says about its write: still trying, or why it was refused. */
export function WriteNotes({ write }: { write: { waiting?: string; general?: string } }) {
  return (
    <>
      {write.waiting && (
        <p className="note soon" role="status">
          {write.waiting}
        </p>
      )}
      {write.general && (
        <p className="note late" role="alert">
          {write.general}
        </p>
      )}
    </>
  );
}
