"""EfficientNet-B0 with a head for five classes."""

import timm
import torch


def main():
    model = timm.create_model("efficientnet_b0", pretrained=False, num_classes=5)
    model.eval()
    batch = torch.randn(2, 3, 64, 64)
    with torch.no_grad():
        probabilities = model(batch).softmax(dim=-1)
    return probabilities


if __name__ == "__main__":
    main()
