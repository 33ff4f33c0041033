/** The heading of what may be done next, on whichever page of the case. */
export const nextStepsHeading = 'viec-lam-tiep';

/** Once the dialog is gone and has given the focus back: a step that was saved is no longer there to return to. */
export function focusNextSteps(): void {
  const until = performance.now() + 3000;
  const look = () => {
    if (!document.querySelector('[role=dialog]')) document.getElementById(nextStepsHeading)?.focus();
    else if (performance.now() < until) setTimeout(look, 50);
  };
  setTimeout(look, 50);
}
