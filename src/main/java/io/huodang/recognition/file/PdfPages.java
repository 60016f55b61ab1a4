package io.huodang.recognition.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Finds the pages of a PDF by walking its tree, whatever the tree says of its own size, and leaves
 * them in the document as one plain list, in which the next one is found at once.
 */
final class PdfPages {
  private static final int MOST_BRANCHES = 50_000;
  private static final COSName MISSING = COSName.getPDFName("HuodangMissingPage");

  private final List<COSDictionary> found = new ArrayList<>();
  private final Set<COSDictionary> branches = Collections.newSetFromMap(new IdentityHashMap<>());

  private PdfPages() {}

  static List<PDPage> of(PDDocument document) {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    COSDictionary root = catalog.getCOSDictionary(COSName.PAGES);
    if (root == null) {
      throw Refusals.damaged();
    }
    PdfPages pages = new PdfPages();
    pages.walk(root);
    COSArray kids = new COSArray();
    pages.found.forEach(kids::add);
    COSDictionary plain = new COSDictionary();
    plain.setItem(COSName.TYPE, COSName.PAGES);
    plain.setItem(COSName.KIDS, kids);
    plain.setInt(COSName.COUNT, pages.found.size());
    // Pages keep the parents that they have: what they inherit, they still do.
    catalog.setItem(COSName.PAGES, plain);
    return pages.found.stream().map(PDPage::new).toList();
  }

  /** Whether the tree names a page here that is not in the file. */
  static boolean isMissing(PDPage page) {
    return page.getCOSObject().containsKey(MISSING);
  }

  private void walk(COSDictionary root) {
    Deque<Branch> path = new ArrayDeque<>();
    path.push(branch(root));
    while (!path.isEmpty()) {
      Branch branch = path.element();
      if (branch.next >= branch.kids.size()) {
        path.pop();
        continue;
      }
      COSBase kid = branch.kids.getObject(branch.next++);
      if (kid instanceof COSDictionary inner && inner.containsKey(COSName.KIDS)) {
        path.push(branch(inner));
      } else {
        add(kid instanceof COSDictionary page ? page : missing());
      }
    }
  }

  private Branch branch(COSDictionary node) {
    if (!branches.add(node) || branches.size() > MOST_BRANCHES) {
      throw Refusals.damaged();
    }
    COSArray kids = node.getCOSArray(COSName.KIDS);
    return new Branch(kids == null ? new COSArray() : kids);
  }

  private void add(COSDictionary page) {
    if (found.size() == Refusals.MOST_PAGES) {
      throw Refusals.tooManyPages();
    }
    found.add(page);
  }

  private static COSDictionary missing() {
    COSDictionary page = new COSDictionary();
    page.setItem(COSName.TYPE, COSName.PAGE);
    page.setBoolean(MISSING, true);
    return page;
  }

  private static final class Branch {
    private final COSArray kids;
    private int next;

    Branch(COSArray kids) {
      this.kids = kids;
    }
  }
}
