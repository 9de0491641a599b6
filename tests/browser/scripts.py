"""What only a browser can measure, as functions that run in the page. Each gives a list of short descriptions."""

# A text as the eye meets it: shown, with an area, not clipped away for screen readers only.
_VISIBLE = """
  const shown = (element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && !element.closest('.guide-hidden');
  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode, parent = node.parentElement;
      if (!node.data.trim() || !parent || ['SCRIPT', 'STYLE'].includes(parent.tagName) || !shown(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => box.width && box.height);
      if (boxes.length) found.push({node, parent, boxes});
    }
    return found;
  };
  const name = (element) => element.tagName.toLowerCase() + [...element.classList].map((one) => '.' + one).join('');
"""

# The page is as wide as the screen, and no text or box stands out of it, unless it can be scrolled by itself.
TOO_WIDE = "() => {" + _VISIBLE + """
  const width = document.documentElement.clientWidth, wrong = [];
  if (document.documentElement.scrollWidth > width || document.body.scrollWidth > width)
    wrong.push('the page is ' + Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) + ' px wide');
  const scrolls = (element) => {
    for (; element && element !== document.body; element = element.parentElement)
      if (['auto', 'scroll'].includes(getComputedStyle(element).overflowX)) return true;
    return false;
  };
  const out = (box) => box.right > width + 1 || box.left < -1;
  for (const {node, parent, boxes} of texts())
    if (boxes.some(out) && !scrolls(parent) && !parent.closest('.guide-skip')) wrong.push(name(parent) + ' "' + node.data.trim().slice(0, 50) + '"');
  for (const element of document.querySelectorAll('a, button, img, svg, table, li, p, dl, input'))
    if (shown(element) && element.getClientRects().length && out(element.getBoundingClientRect()) && !scrolls(element.parentElement)
        && !element.closest('.guide-skip')) wrong.push(name(element));
  return wrong;
}"""

# Every visible text against what lies behind it, by WCAG 2.2 (1.4.3): 4.5 to 1, for large text 3 to 1.
LOW_CONTRAST = "() => {" + _VISIBLE + """
  const parse = (color) => {
    const numbers = color.match(/[\\d.]+/g).map(Number);
    const scale = color.startsWith('color(') ? 255 : 1;
    return {rgb: numbers.slice(0, 3).map((one) => one * scale), alpha: numbers.length > 3 ? numbers[3] : 1};
  };
  const over = (front, back) => front.rgb.map((one, index) => one * front.alpha + back[index] * (1 - front.alpha));
  const behind = (element) => {
    const layers = [];
    for (; element; element = element.parentElement) {
      const layer = parse(getComputedStyle(element).backgroundColor);
      if (layer.alpha) layers.push(layer);
      if (layer.alpha === 1) break;
    }
    return layers.reverse().reduce((back, layer) => over(layer, back), [255, 255, 255]);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((one) => one / 255).map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const wrong = [], seen = new Set();
  for (const {node, parent} of texts()) {
    const style = getComputedStyle(parent), back = behind(parent), front = over(parse(style.color), back);
    const [high, low] = [light(front), light(back)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05), size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
    seen.add(name(parent));
    if (ratio < (large ? 3 : 4.5)) wrong.push(ratio.toFixed(2) + ' ' + name(parent) + ' "' + node.data.trim().slice(0, 40) + '"');
  }
  if (seen.size < 3) wrong.push('only ' + seen.size + ' kinds of text were seen');
  return wrong;
}"""
