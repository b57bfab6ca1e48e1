// Walls share almost nothing with the other pages, and neither loads what only the other needs.
if (document.documentElement.dataset.place === 'wall') import('./wall/wall');
else import('./reading');

export {};
