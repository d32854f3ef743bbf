interface Reference {
  ref: true;
  index: false;
  foreignKeyName: string;
  deleteRule: 'no action';
  updateRule: 'no action';
}

/** How entities describe a foreign key as the migrations write it: `x int references y (id)`, no index of its own. */
export function reference(foreignKeyName: string): Reference {
  return { ref: true, index: false, foreignKeyName, deleteRule: 'no action', updateRule: 'no action' };
}
