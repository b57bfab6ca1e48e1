/**
 * The place where values are typed: Enter in a field of the form saves and goes on to the next value, Ctrl+Z outside of
 * what is being typed takes the last save back.
 */
class RaceEntry extends HTMLElement {
  connectedCallback() {
    this.addEventListener('keydown', this.pressed, true);
  }

  disconnectedCallback() {
    this.removeEventListener('keydown', this.pressed, true);
  }

  private readonly pressed = (event: KeyboardEvent) => {
    const control = event.ctrlKey || event.metaKey;
    const field = event.composedPath()[0];
    if (event.isComposing || !(field instanceof HTMLElement) || field.closest('race-sheet')
      || (field.getRootNode() as ShadowRoot).host?.localName === 'race-sheet') return;
    const typing = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
    if (control && !event.shiftKey && event.key.toLowerCase() === 'z') {
      if (typing && field.value !== '') return;
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('entry-undo'));
    } else if (event.key === 'Enter' && typing && this.saves(field, control)) {
      event.preventDefault();
      event.stopPropagation();
      // the field tells its value first, so that what was typed last is saved, too
      field.dispatchEvent(new Event('change', { bubbles: true }));
      setTimeout(() => this.dispatchEvent(new CustomEvent('entry-save')));
    }
  };

  /** Enter saves from a line of text; with Ctrl from everywhere in the form. */
  private saves(field: HTMLElement, control: boolean) {
    if (!field.closest('.entry-form')) return false;
    if (control) return true;
    return field.closest('vaadin-text-field') !== null;
  }
}

customElements.define('race-entry', RaceEntry);
